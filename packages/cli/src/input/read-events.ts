import { InputError } from './input-error.js';
import type { InputSource } from './input-source.js';
import { JsonSplitter, type SplitRecord } from './json-splitter.js';
import { openText } from './open-text.js';

/** Where something stands in the input. */
export interface Position {
  /** The source's name, as in `InputSource`. */
  readonly input: string;
  /** The line on which it starts, from 1. */
  readonly line: number;
}

/**
 * `event`: any JSON value; whether it is an event is the translator's to say.
 * `broken`: a place where a value should have been; the rest goes on.
 * `unreadable`: a whole source, or what is left of it, that can't be read.
 */
export type InputRecord =
  | { readonly kind: 'event'; readonly position: Position; readonly event: unknown }
  | { readonly kind: 'broken'; readonly position: Position; readonly message: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/** So many broken values before the first whole one say that the file is of another kind. */
const brokenStart = 10;

/**
 * Reads the sources one after the other, in the input's order. The records come
 * in runs, one for each piece that was read; a run has to be taken to its end
 * before the next one. A record is parsed when it is asked for, so memory does
 * not grow with the input. It never throws: what can't be read is a record.
 *
 * @param onBytes is told how many bytes were read, before unpacking
 */
export async function* readEvents(
  sources: readonly InputSource[],
  onBytes: (count: number) => void = () => undefined,
): AsyncGenerator<Iterable<InputRecord>> {
  for (const source of sources) yield* readSource(source, onBytes);
}

async function* readSource(
  source: InputSource,
  onBytes: (count: number) => void,
): AsyncGenerator<Iterable<InputRecord>> {
  const splitter = new JsonSplitter();
  const beginning = new Beginning();
  try {
    for await (const chunk of openText(source, onBytes)) {
      yield beginning.admit(splitter.push(chunk), source.name);
      if (beginning.isOtherKind) {
        yield [notJson(source.name)];
        return;
      }
    }
    yield beginning.admit(splitter.end(), source.name);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // What was read whole before the failure counts; the value that it cut is part of the failure.
    yield [...beginning.held, { kind: 'unreadable', message: error.message }];
    return;
  }
  yield beginning.held;
  if (!beginning.hasEvent && beginning.held.length === 0) {
    yield [{ kind: 'unreadable', message: `${source.name} is empty: there is no event in it.` }];
  }
}

/** Holds broken values back until the first whole one shows that this is a file of events at all. */
class Beginning {
  held: InputRecord[] = [];
  hasEvent = false;

  /** Whether the file starts with so many broken values that it must be something else. */
  get isOtherKind(): boolean {
    return !this.hasEvent && this.held.length >= brokenStart;
  }

  *admit(found: Iterable<SplitRecord>, input: string): Generator<InputRecord> {
    for (const split of found) {
      const record = toRecord(input, split);
      if (!this.hasEvent && record.kind === 'event') {
        this.hasEvent = true;
        yield* this.held;
        this.held = [];
      }
      if (this.hasEvent) yield record;
      else this.held.push(record);
      if (this.isOtherKind) return;
    }
  }
}

function notJson(name: string): InputRecord {
  return {
    kind: 'unreadable',
    message:
      `${name} is not a file of events: it starts with ${String(brokenStart)} lines that are not JSON. ` +
      'Events are read from a JSON object, a JSON array, or NDJSON (one event per line).',
  };
}

function toRecord(input: string, found: SplitRecord): InputRecord {
  const position = { input, line: found.line };
  if (found.kind === 'value') return { kind: 'event', position, event: found.value };
  const until = found.lastLine > found.line ? ` (up to line ${String(found.lastLine)})` : '';
  return { kind: 'broken', position, message: found.message + until };
}
