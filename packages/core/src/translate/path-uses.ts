import type { NoteCode, PersonalDataKind } from '../codes/codes.js';
import { createGuard } from '../guard/guard.js';
import { isAbsent } from '../normalize/absent.js';
import type { Settings } from '../settings/settings.js';
import type { ParameterRow } from '../table/row.js';
import { parameters } from '../table/table.js';
import type { Explanation } from './explain.js';
import type { Note } from './outcome.js';
import { createPropertyKeys, rootKey, type PropertyKey } from './values/property-keys.js';

/**
 * What becomes of one value of an event:
 *
 * - `hashed`: sent as a hash only;
 * - `sent`: sent as it is;
 * - `part`: sent in another form, or as a part of another value: a language of a locale, one item of a list;
 * - `decides`: looked at to decide whether the event may be sent, and not sent;
 * - `withheld`: could have been sent and is not; the note says why;
 * - `not_used`: nobody looks for it, or another source came first.
 */
export type PathUse = 'hashed' | 'sent' | 'part' | 'decides' | 'withheld' | 'not_used';

/** One value of an event, and what becomes of it. */
export interface PathUses {
  /** The keys and the places in lists that lead to it. They come from the event, and may be personal data. */
  readonly path: readonly (string | number)[];
  readonly use: PathUse;
  /** The parameters of the request that it is in: `lan`, `value[ml_sh2]`. */
  readonly parameters: readonly string[];
  /** Why it is withheld; null otherwise. */
  readonly note: NoteCode | null;
  /** Which kind of personal data was found, if that is why. */
  readonly kind: PersonalDataKind | null;
}

type Step = string | number;
type Fate = Omit<PathUses, 'path'>;

/** Of several uses of one value, the first of these is named. */
const precedence: readonly PathUse[] = ['hashed', 'sent', 'part', 'withheld', 'decides', 'not_used'];

/** Values below are shown as one, and more are not looked at: an event has fewer. */
const maxDepth = 20;
const maxValues = 5000;

const rows = new Map<string, ParameterRow>(parameters.map((row) => [row.name, row]));

/**
 * Compiles settings into a function that says what becomes of every value of an event: the data map of a payload.
 * It is for people who look at events; nothing that sends them needs it.
 *
 * @param settings those of the translator that explained the event: `translator.settings`
 * @returns a function of the event and its explanation, which gives the values in the order of the event. It does not
 * throw and changes nothing.
 * @example
 * const readPathUses = createReadPathUses(translator.settings);
 * readPathUses(event, translator.explain(event));
 * // [{ path: ['context', 'traits', 'email'], use: 'hashed', parameters: ['value[ml_sh2]'], note: null, kind: null }, …]
 */
export function createReadPathUses(
  settings: Settings,
): (event: unknown, explanation: Explanation) => readonly PathUses[] {
  const guard = createGuard(settings.allow);
  const keyOf = createPropertyKeys(settings, guard);
  const rootsOf = (paths: readonly string[]): PropertyKey[] => paths.map((path) => rootKey(path, guard));
  const traitRoots = rootsOf(['traits', 'context.traits']);
  const propertyRoots = rootsOf(['properties']);

  return (event, explanation) => {
    const isIdentify = isObject(event) && String(event['type']).trim().toLowerCase() === 'identify';
    const roots = isIdentify ? traitRoots : propertyRoots;
    return leavesOf(event).map(({ path, value }) => {
      const keys = path.filter((step): step is string => typeof step === 'string');
      const traced = fatesOfTraces(keys.join('.'), value, explanation, settings);
      // A trait may be a parameter and a value of its own: the country of an address.
      const fates = isAbsent(value) ? traced : [...traced, ...fatesOfValue(keys, value, roots, explanation)];
      return { path, ...first(fates) };
    });
  };

  function fatesOfValue(
    keys: readonly string[],
    value: unknown,
    roots: readonly PropertyKey[],
    { outcome }: Explanation,
  ): Fate[] {
    const root = roots.find(({ path }) => keys.join('.').startsWith(`${path}.`));
    if (root === undefined) return [];
    const chain: PropertyKey[] = [];
    for (const name of keys.slice(root.path.split('.').length))
      chain.push(keyOf(chain[chain.length - 1] ?? root, name));
    const last = chain[chain.length - 1];
    if (last === undefined) return [];
    const sent = outcome.status === 'ready' ? outcome.request.params[last.param] : undefined;
    const text = String(value);
    if (sent === text) return [{ use: 'sent', parameters: [last.param], note: null, kind: null }];
    if (sent?.split(',').includes(text) === true) {
      return [{ use: 'part', parameters: [last.param], note: null, kind: null }];
    }
    const note = outcome.notes.find((each) => isAbout(each, chain, last));
    return note === undefined ? [] : [withheld(note.code, note.kind)];
  }
}

/** What the explanation says of a path, once for each parameter that looked at it. */
function fatesOfTraces(path: string, value: unknown, { outcome, parameters }: Explanation, settings: Settings): Fate[] {
  if (path === 'type') return [{ use: 'decides', parameters: [], note: null, kind: null }];
  const params = outcome.status === 'ready' ? outcome.request.params : {};
  return parameters.flatMap((trace): Fate[] => {
    const met = trace.tried.find(
      ({ source, result }) => result !== 'absent' && (source === path || path.startsWith(`${source}.`)),
    );
    if (met === undefined) return [];
    const row = rows.get(trace.parameter);
    if (met.result === 'refused' && met.note !== null) {
      const note = outcome.notes.find(({ code, source }) => code === met.note && source === met.source);
      return [withheld(met.note, note?.kind)];
    }
    if (met.result !== 'used' || row === undefined) return [];
    if (row.kind === 'signal') return [{ use: 'decides', parameters: [], note: null, kind: null }];
    const names = wireNames(row, settings).filter((name) => name in params);
    if (names.length === 0) return [];
    const use =
      row.kind === 'identifier' ? 'hashed' : names.some((name) => params[name] === String(value)) ? 'sent' : 'part';
    return [{ use, parameters: names, note: null, kind: null }];
  });
}

/** The parameters of the request that a row can become. */
function wireNames({ name, kind, valueKeys }: ParameterRow, { eventKey }: Settings): string[] {
  if (kind === 'value') return eventKey === null ? [] : [`value[${eventKey}]`];
  return valueKeys === undefined ? [name] : valueKeys.map((key) => `value[${key}]`);
}

/** A note is about a value if it names its key, or what it stands in; a cut names the parameter alone. */
function isAbout({ source, parameter }: Note, chain: readonly PropertyKey[], last: PropertyKey): boolean {
  return source === null ? parameter === last.param : chain.some((key) => key.source === source);
}

function withheld(note: NoteCode, kind: PersonalDataKind | undefined): Fate {
  return { use: 'withheld', parameters: [], note, kind: kind ?? null };
}

function first(fates: readonly Fate[]): Fate {
  const use = precedence.find((each) => fates.some((fate) => fate.use === each)) ?? 'not_used';
  const chosen = fates.find((fate) => fate.use === use);
  return {
    use,
    parameters: [...new Set(fates.flatMap((fate) => fate.parameters))],
    note: chosen?.note ?? null,
    kind: chosen?.kind ?? null,
  };
}

/** Every value that is no object and no list, in the order of the event; an empty object or list counts as a value. */
function leavesOf(event: unknown): { path: Step[]; value: unknown }[] {
  const leaves: { path: Step[]; value: unknown }[] = [];
  const walk = (value: unknown, path: Step[]): void => {
    if (leaves.length >= maxValues) return;
    const entries: [Step, unknown][] = Array.isArray(value)
      ? value.map((item: unknown, index) => [index, item])
      : isObject(value)
        ? Object.entries(value)
        : [];
    if (entries.length === 0 || path.length >= maxDepth) leaves.push({ path, value });
    else for (const [step, inner] of entries) walk(inner, [...path, step]);
  };
  walk(event, []);
  return leaves;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
