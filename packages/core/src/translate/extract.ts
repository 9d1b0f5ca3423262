import { eventPaths } from '../table/row.js';
import { parameters, type ParameterName } from '../table/table.js';
import type { Settings } from '../settings/settings.js';

/** One place in an event. */
export interface Source {
  /** The path as people write it, such as `context.device.model`. */
  readonly text: string;
  /** Index of its value in what `Extraction.read` returns. */
  readonly slot: number;
  /** Where an adapter that extracted this value by itself may have left it in the properties or traits, too. */
  readonly copies: readonly Source[];
}

/** For every row of the table, the places in the event that are tried, in order. */
export type Sources = Readonly<Record<ParameterName, readonly Source[]>>;

/** Sources compiled once, so that one pass over an event reads them all. */
export interface Extraction {
  readonly sources: Sources;
  /**
   * The values of all sources by slot; undefined where there is none, `unreadable` where reading threw.
   * @param sharedContext where a key of `context` is looked for that the event's own does not have.
   */
  read(root: object, sharedContext?: object): readonly unknown[];
}

/**
 * The paths into an event: the table's, or those of the setting `sources`.
 * Only own, enumerable properties count, so nothing that a prototype carries is ever read as part of an event.
 */
export function eventExtraction(settings: Settings): Extraction {
  const replaced: Readonly<Record<string, readonly string[] | undefined>> = settings.sources;
  return compile((row) => ({ paths: replaced[row.name] ?? eventPaths(row), copies: [] }));
}

/**
 * The paths into the fields that an adapter extracted: each row has one, its own name. The value may also still stand
 * where the table found it in the properties or traits, which are fields of their own.
 */
export function fieldExtraction(): Extraction {
  return compile((row) => ({
    paths: [row.name],
    copies: eventPaths(row)
      .map((path) => path.replace(/^context\.traits\./, 'traits.'))
      .filter((path) => /^(?:properties|traits)\./.test(path)),
  }));
}

/** An object that sources stand in, and the slots of its keys. */
interface Container {
  readonly path: string;
  readonly slot: number;
  readonly slots: Map<string, number>;
  /** The keys of the last event, and their slots; undefined for a key that is no source. */
  last: { readonly keys: readonly string[]; readonly slots: readonly (number | undefined)[] };
}

const noKeys: Container['last'] = { keys: [], slots: [] };

/** More keys in one object are not remembered. */
const maxRemembered = 64;

interface Places {
  readonly paths: readonly string[];
  readonly copies: readonly string[];
}

function compile(placesOf: (row: (typeof parameters)[number]) => Places): Extraction {
  const root: Container = { path: '', slot: 0, slots: new Map(), last: noKeys };
  const containers = [root];
  const empty: unknown[] = [undefined];

  const slotOf = (keys: readonly string[]): number => {
    const { slots } = containerAt(keys.slice(0, -1));
    const key = keys[keys.length - 1] ?? '';
    const slot = slots.get(key) ?? empty.push(undefined) - 1;
    slots.set(key, slot);
    return slot;
  };

  const containerAt = (keys: readonly string[]): Container => {
    const path = keys.join('.');
    let container = containers.find((known) => known.path === path);
    if (container === undefined) {
      container = { path, slot: slotOf(keys), slots: new Map(), last: noKeys };
      // What it stands in was pushed before it, so reading in this order finds it.
      containers.push(container);
    }
    return container;
  };

  const compileSource = (text: string, copies: readonly Source[] = []): Source => ({
    text,
    slot: slotOf(text.split('.')),
    copies,
  });
  const compileRow = (row: (typeof parameters)[number]): Source[] => {
    const { paths, copies } = placesOf(row);
    const compiled = [...new Set(copies)].map((copy) => compileSource(copy));
    return paths.map((path) => compileSource(path, compiled));
  };
  const sources = Object.fromEntries(parameters.map((row) => [row.name, compileRow(row)])) as unknown as Sources;

  return {
    sources,
    read(event, sharedContext) {
      const values = empty.slice();
      values[0] = event;
      if (sharedContext === undefined) readContainers(values, containers);
      else readContainersBeside(values, containers, sharedContext);
      return values;
    },
  };
}

function readContainers(values: unknown[], containers: readonly Container[]): void {
  for (const container of containers) {
    const object = values[container.slot];
    if (typeof object === 'object' && object !== null) readInto(values, object, container);
  }
}

function readContainersBeside(values: unknown[], containers: readonly Container[], sharedContext: object): void {
  const shared = new Set<unknown>();
  for (const container of containers) {
    const { path, slot, slots } = container;
    if (path === 'context') {
      values[slot] ??= sharedContext;
      readShared(values, sharedContext, slots, shared);
    }
    const object = values[slot];
    if (typeof object !== 'object' || object === null || object === sharedContext) continue;
    if (shared.has(object)) readShared(values, object, slots, shared);
    else readInto(values, object, container);
  }
}

/**
 * Goes over the sources instead of the keys: a batch's context is read once for each of its events, so what that costs
 * must not depend on how many keys the sender put there.
 *
 * @param shared takes the objects that were found, so that they are read the same way.
 */
function readShared(values: unknown[], object: object, slots: ReadonlyMap<string, number>, shared: Set<unknown>): void {
  for (const [key, slot] of slots) {
    if (!Object.prototype.propertyIsEnumerable.call(object, key)) continue;
    const value = readKey(object, key);
    values[slot] = value;
    if (typeof value === 'object') shared.add(value);
  }
}

/**
 * Goes over the keys that are there: events have few, and the sources are many. An app sends the same keys in the same
 * order all the time, so their slots are looked up when they change.
 */
function readInto(values: unknown[], object: object, container: Container): void {
  const keys = Object.keys(object);
  const slots = slotsOf(keys, container);
  for (let index = 0; index < keys.length; index++) {
    const slot = slots[index];
    if (slot === undefined) continue;
    values[slot] = readKey(object, keys[index] as string);
  }
}

function slotsOf(keys: readonly string[], container: Container): readonly (number | undefined)[] {
  const { last } = container;
  if (last.keys.length === keys.length && keys.every((key, index) => key === last.keys[index])) return last.slots;
  const slots = keys.map((key) => container.slots.get(key));
  if (keys.length <= maxRemembered) container.last = { keys, slots };
  return slots;
}

/** Stands for a value that threw when it was read (a getter, a revoked proxy). */
export const unreadable: unique symbol = Symbol('unreadable');

function readKey(object: object, key: string): unknown {
  try {
    return (object as Record<string, unknown>)[key];
  } catch {
    return unreadable;
  }
}
