import { InputError } from './input-error.js';
import type { InputSource } from './input-source.js';
import { JsonSplitter, type SplitRecord } from './json-splitter.js';
import { openText } from './open-text.js';
import { beginsAsCsv, isWarehouseRow, openEvents, type OpenedEvent } from './opened-events.js';

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
  | ({ readonly kind: 'event'; readonly position: Position } & OpenedEvent)
  | { readonly kind: 'broken'; readonly position: Position; readonly message: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/** So much of a file shows whether it is CSV. */
const headBytes = 4096;

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
    let isFirst = true;
    for await (const chunk of openText(source, onBytes)) {
      if (isFirst && beginsAsCsv(chunk.toString('utf8', 0, headBytes))) {
        yield [csv(source.name)];
        return;
      }
      isFirst = false;
      yield beginning.admit(splitter.push(chunk), source.name);
      if (beginning.otherKind !== null) {
        yield [{ kind: 'unreadable', message: beginning.otherKind }];
        return;
      }
    }
    yield beginning.admit(splitter.end(), source.name);
    if (beginning.otherKind !== null) {
      yield [{ kind: 'unreadable', message: beginning.otherKind }];
      return;
    }
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

  /** What the file is, if it is something else: why none of it is read. */
  otherKind: string | null = null;

  *admit(found: Iterable<SplitRecord>, input: string): Generator<InputRecord> {
    for (const split of found) {
      if (split.kind === 'value' && isWarehouseRow(split.value)) {
        if (!this.hasEvent) {
          this.otherKind = warehouseRows(input);
          return;
        }
        yield { kind: 'broken', position: { input, line: split.line }, message: warehouseRow };
        continue;
      }
      for (const record of toRecords(input, split)) {
        if (!this.hasEvent && record.kind === 'event') {
          this.hasEvent = true;
          yield* this.held;
          this.held = [];
        }
        if (this.hasEvent) yield record;
        else this.held.push(record);
      }
      if (!this.hasEvent && this.held.length >= brokenStart) {
        this.otherKind = notJson(input);
        return;
      }
    }
  }
}

const forms = 'Events are read from a JSON object, a JSON array, or NDJSON (one event per line).';

function notJson(name: string): string {
  return `${name} is not a file of events: it starts with ${String(brokenStart)} lines that are not JSON. ${forms}`;
}

const warehouseRow =
  'a row of a warehouse (its columns are flattened: context_device_…), not an event. Take the events as they came';

function warehouseRows(name: string): string {
  return (
    `${name} holds rows of a warehouse, not events: their columns are flattened (context_device_…). Take the events as ` +
    'they came: from a storage destination of Segment or RudderStack (S3, Google Cloud Storage), or from the debugger.'
  );
}

function csv(name: string): InputRecord {
  return {
    kind: 'unreadable',
    message: `${name} is CSV, not JSON, so it has no nested fields. Export the events as JSON. ${forms}`,
  };
}

function toRecords(input: string, found: SplitRecord): readonly InputRecord[] {
  const position = { input, line: found.line };
  if (found.kind === 'value') return openEvents(found.value).map((opened) => ({ kind: 'event', position, ...opened }));
  const until = found.lastLine > found.line ? ` (up to line ${String(found.lastLine)})` : '';
  return [{ kind: 'broken', position, message: found.message + until }];
}
