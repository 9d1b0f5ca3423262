/** A property set that holds personal data. `trace` must not match what leaves. */
export interface PersonalEntry {
  readonly class: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly trace: string;
  readonly flags: string;
}

/** An event in which nothing is personal. */
export interface HarmlessEntry {
  readonly event: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A whole event, and what must come out. */
export interface CaseEntry {
  readonly name: string;
  readonly event: unknown;
  readonly settings: object;
  readonly want: {
    readonly status: string;
    readonly code?: string;
    readonly params?: Readonly<Record<string, string>>;
    readonly not?: readonly string[];
    readonly never?: Readonly<Record<string, string>>;
    readonly hidden?: readonly string[];
    readonly maxUrl?: number;
  };
}

export type Corpus =
  | { readonly kind: 'personal'; readonly entries: readonly PersonalEntry[] }
  | { readonly kind: 'harmless'; readonly entries: readonly HarmlessEntry[] }
  | { readonly kind: 'cases'; readonly entries: readonly CaseEntry[] };

/** A file that is no corpus. Its message says which file, and what is wrong with it. */
export class CorpusError extends Error {}

/**
 * Reads a corpus from the text of a file.
 * @throws CorpusError that names the file, if the text is no corpus
 */
export function readCorpus(name: string, text: string): Corpus {
  const list = parse(name, text);
  if (!Array.isArray(list) || list.length === 0)
    throw new CorpusError(`${name} is no corpus: it must be a list of entries.`);
  const entries = list as readonly unknown[];
  if (entries.every(isPersonal)) return { kind: 'personal', entries };
  if (entries.every(isCase)) return { kind: 'cases', entries };
  if (entries.every(isHarmless)) return { kind: 'harmless', entries };
  const index = entries.findIndex((entry) => !isPersonal(entry) && !isCase(entry) && !isHarmless(entry));
  const which = index === -1 ? 'its entries are of different forms' : `entry ${index + 1} has none of the three forms`;
  throw new CorpusError(`${name} is no corpus: ${which}. See packages/core/corpora/README.md.`);
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CorpusError(`${name} is no corpus: it is not JSON.`);
  }
}

function isPersonal(entry: unknown): entry is PersonalEntry {
  return (
    hasProperties(entry) &&
    isText(entry, 'class') &&
    isText(entry, 'trace') &&
    isText(entry, 'flags') &&
    isPattern(entry)
  );
}

function isHarmless(entry: unknown): entry is HarmlessEntry {
  return hasProperties(entry) && isText(entry, 'event') && !('trace' in entry);
}

function isCase(entry: unknown): entry is CaseEntry {
  return (
    isObject(entry) &&
    isText(entry, 'name') &&
    'event' in entry &&
    isObject(entry['want']) &&
    isText(entry['want'], 'status')
  );
}

function hasProperties(entry: unknown): entry is Record<string, unknown> {
  return isObject(entry) && isObject(entry['properties']);
}

function isPattern(entry: Record<string, unknown>): boolean {
  try {
    new RegExp(entry['trace'] as string, entry['flags'] as string);
    return true;
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(object: Record<string, unknown>, key: string): boolean {
  return typeof object[key] === 'string';
}
