import { isAbsent } from '../normalize/absent.js';
import { noteCodes, type Note, type NoteCode } from './outcome.js';
import { unreadable, type Extraction, type Source } from './extract.js';
import type { Refusal } from './refusal.js';
import type { SourceTrace, Tracer } from './trace.js';

/** Turns a value into what is sent, or refuses it. A row of the table is one. */
export interface Reader<T, Context> {
  readonly read: (value: unknown, context: Context, source: string) => T | Refusal;
}

/** In UTF-16 units. */
const minIdentifierLength = 6;

/** What comes before in a phone is country and area, which not everybody writes. */
const maxNumberLength = 8;

/** What one event's way through `build` collects. */
export class Run {
  readonly notes: Note[] = [];
  /** Paths whose values became a parameter, an identifier or a demographic, so that they are no properties any more. */
  readonly consumed: string[] = [];
  /** The event's user ID. A trait that repeats it is left out: it may be anything that identifies the person. */
  userId: string | undefined = undefined;
  /** The raw identifiers themselves, so that none goes out inside another value. */
  private readonly rawIdentifiers: string[] = [];
  /** Of phones and national IDs, the digits that every way to write them ends with. */
  private readonly numbers: string[] = [];
  /** The path of the last value, usable or not, that the last `resolve` met; null if it met none. */
  lastMet: string | null = null;

  private readonly values: readonly unknown[];

  constructor(
    root: object,
    extraction: Extraction,
    readonly tracer: Tracer | null,
    sharedContext?: object,
  ) {
    this.values = extraction.read(root, sharedContext);
  }

  /** The value at a source. */
  read(source: Source): unknown {
    return this.values[source.slot];
  }

  note(code: NoteCode, parameter: Note['parameter'], source: string | null): void {
    this.notes.push({ code, parameter, source, message: noteCodes[code] });
  }

  /** For `explain`: what became of a source. */
  tried(parameter: string, source: string, result: SourceTrace['result'], note: NoteCode | null = null): void {
    if (this.tracer !== null) this.tracer.tried(parameter, source, result, note);
  }

  /**
   * The first usable value of a parameter. A value that its reader refuses is noted, and the next source is tried.
   * @param consume whether the sources that hold a value are taken out of the properties.
   */
  resolve<T, Context>(
    parameter: NonNullable<Note['parameter']>,
    sources: readonly Source[],
    reader: Reader<T, Context>,
    context: Context,
    consume = false,
  ): T | undefined {
    this.lastMet = null;
    for (let index = 0; index < sources.length; index++) {
      const source = sources[index] as Source;
      const value = this.values[source.slot];
      // Most sources are not there; this is their shortest way.
      if (value === undefined && this.tracer === null) continue;
      if (isAbsent(value)) {
        this.tried(parameter, source.text, 'absent');
        continue;
      }
      this.lastMet = source.text;
      if (consume) this.consume(source, value);
      const result =
        value === unreadable ? { refused: 'unreadable_value' as const } : reader.read(value, context, source.text);
      if (!isRefusal(result)) {
        this.tried(parameter, source.text, 'used');
        this.skipRest(parameter, sources, index + 1);
        return result;
      }
      this.note(result.refused, parameter, source.text);
      this.tried(parameter, source.text, 'refused', result.refused);
    }
    return undefined;
  }

  /** Remembers an identifier as it stood in the event. A very short one would be found in innocent text. */
  keepIdentifier(raw: string): void {
    const text = raw.trim();
    if (text.length >= minIdentifierLength) this.rawIdentifiers.push(text);
  }

  /** Remembers the number of a phone or a national ID, so that no other way to write it goes out. */
  keepNumber(text: string): void {
    const digits = text.replace(/\D/g, '').slice(-maxNumberLength);
    if (digits.length >= minIdentifierLength) this.numbers.push(digits);
  }

  /** Whether a text is the user ID, or holds an identifier that the event names elsewhere. */
  holdsIdentifier(text: string): boolean {
    if (text === this.userId || this.rawIdentifiers.some((raw) => text.includes(raw))) return true;
    if (this.numbers.length === 0) return false;
    const digits = text.replace(/\D/g, '');
    return this.numbers.some((number) => digits.includes(number));
  }

  /** The first value that is there, whatever it is. */
  first(parameter: NonNullable<Note['parameter']>, sources: readonly Source[]): unknown {
    return this.resolve(parameter, sources, asItIs, null)?.value;
  }

  private consume({ text, copies }: Source, value: unknown): void {
    this.consumed.push(text);
    for (const copy of copies) if (isSameText(this.read(copy), value)) this.consumed.push(copy.text);
  }

  private skipRest(parameter: string, sources: readonly Source[], from: number): void {
    if (this.tracer === null) return;
    for (const { text } of sources.slice(from)) this.tried(parameter, text, 'not_needed');
  }
}

/** Whether two values are the same once they are text: an adapter may have made text of a number, or of a list of one. */
function isSameText(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  const isText = (value: unknown): boolean =>
    value !== undefined && (typeof value !== 'object' || Array.isArray(value));
  return isText(left) && isText(right) && String(left) === String(right);
}

function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

const asItIs: Reader<{ readonly value: unknown }, null> = { read: (value) => ({ value }) };
