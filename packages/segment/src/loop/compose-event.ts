import { eventPaths, parameters } from './core';
import { replacingNames } from './fields';

/** What Segment's mapping made of an event, under the names of the action's fields. */
export interface MappedFields {
  readonly whole_event?: unknown;
  readonly traits?: unknown;
  readonly properties?: unknown;
  readonly event?: unknown;
  readonly [field: string]: unknown;
}

/** An event for the core, and which identifiers may be taken from it. */
export interface ComposedEvent {
  readonly event: object;
  readonly identifiers: { readonly email: boolean; readonly phone: boolean; readonly nationalId: boolean };
}

type Values = Readonly<Record<string, unknown>>;

/** Where the value of a field is put: the place that the core looks at first. */
const places: readonly (readonly [field: string, path: readonly string[]])[] = parameters
  .filter(({ name }) => replacingNames.includes(name))
  .map((row) => [row.name, (eventPaths(row)[0] ?? '').split('.')]);

/**
 * Makes one event of the mapped fields: the whole event, with the traits and properties that are mapped in place of its
 * own, and the value of each other field that is mapped where the core looks first.
 *
 * A field that was cleared is `undefined`. Without the field `traits`, nothing of the person is read from elsewhere:
 * no trait, and no e-mail in the properties or the user ID.
 *
 * @param type `track`, `screen`, `page` or `identify`
 * @param fields are not changed
 */
export function composeEvent(type: string, fields: MappedFields): ComposedEvent {
  const whole = isObject(fields.whole_event) ? fields.whole_event : {};
  const context = isObject(whole['context']) ? whole['context'] : {};
  let event: Values = { ...whole, type };

  if (fields.traits === undefined) {
    event = { ...event, traits: undefined, context: { ...context, traits: undefined } };
  } else if (!isDefaultMapping(fields.traits, whole['traits'], context['traits'])) {
    event = { ...event, traits: fields.traits, context: { ...context, traits: undefined } };
  }
  if (type === 'identify') {
    // This action has no field for them. The core looks into them for an e-mail address and other identifiers.
    if (fields.traits === undefined) event = { ...event, properties: undefined };
  } else if (fields.properties === undefined || isObjectOrAbsent(whole['properties'])) {
    event = { ...event, properties: fields.properties };
  }
  if (isMapped(fields.event)) event = withValue(event, [type === 'track' ? 'event' : 'name'], fields.event);
  for (const [field, path] of places) {
    const value = fields[field];
    if (isMapped(value)) event = withValue(event, path, value);
  }

  const hasTraits = fields.traits !== undefined;
  return {
    event,
    identifiers: {
      email: hasTraits || isMapped(fields['email']),
      phone: hasTraits || isMapped(fields['phone']),
      nationalId: hasTraits || isMapped(fields['national_id']),
    },
  };
}

/**
 * Whether the field `traits` holds what its default mapping makes of the event. Then both places are left as they are:
 * the core tries the second one where the first holds nothing usable, and names what is no object, of which Segment
 * makes letters.
 */
function isDefaultMapping(mapped: unknown, traits: unknown, contextTraits: unknown): boolean {
  if (!isObjectOrAbsent(traits) || !isObjectOrAbsent(contextTraits)) return true;
  if (!isObject(mapped)) return false;
  const [first, second] = [isObject(traits) ? traits : {}, isObject(contextTraits) ? contextTraits : {}];
  return isSame(mapped, { ...second, ...first }, 0);
}

/** Deeper traits than these are told apart by their keys alone: the comparison must stay cheap. */
const maxDepth = 4;

/** Whether two values are the same. Segment copies what it maps, so objects are compared by what is in them. */
function isSame(left: unknown, right: unknown, depth: number): boolean {
  if (left === right || depth === maxDepth) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const [these, those] = [left as Values, right as Values];
  const keys = Object.keys(those).filter((key) => those[key] !== undefined);
  return keys.length === Object.keys(these).length && keys.every((key) => isSame(these[key], those[key], depth + 1));
}

/** A copy of an object with a value at a path; what stands in the way of the path is replaced. */
function withValue(object: Values, [key = '', ...rest]: readonly string[], value: unknown): Values {
  if (rest.length === 0) return { ...object, [key]: value };
  const inner = object[key];
  return { ...object, [key]: withValue(isObject(inner) ? inner : {}, rest, value) };
}

/** Segment keeps empty texts in a batch and drops them from a single event. */
function isMapped(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function isObjectOrAbsent(value: unknown): boolean {
  return value === undefined || value === null || isObject(value);
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
