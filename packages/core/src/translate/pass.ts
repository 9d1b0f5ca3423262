import type { NoteCode, PersonalDataKind, ProblemCode, ReasonCode } from '../codes/codes.js';
import type { Refusal } from '../codes/refusal.js';
import { isAbsent } from '../normalize/absent.js';
import { RequestDraft } from '../request/draft.js';
import type { Describe } from './describe.js';
import { unreadable, type Extraction, type Source } from './extract.js';
import { KnownIdentifiers } from './known-identifiers.js';
import type { Known } from './known.js';
import type { Note, Problem, Reason } from './outcome.js';
import type { EventType } from './event-payload.js';
import type { SourceTrace, Tracer } from './trace.js';

/**
 * Makes of a value what is sent: null for what is not usable, or a refusal that says why. Undefined is for what says
 * nothing, which counts as absent.
 */
export type Read<T extends object | string> = (value: unknown, source: string) => T | Refusal | null | undefined;

/** What became of a search for a value. */
export interface Found<T> {
  /** Undefined if no source held a usable one. */
  readonly value: T | undefined;
  /** The path that gave the value; without a value, the last path that held anything; null if none did. */
  readonly source: string | null;
}

/** No source held anything. */
export const nothing: Found<never> = { value: undefined, source: null };

/** What a pass begins with. */
export interface PassStart {
  readonly type: EventType;
  readonly root: object;
  readonly extraction: Extraction;
  readonly known: Known;
  readonly endpoint: string;
  readonly describe: Describe;
  readonly tracer: Tracer | null;
}

/** One event on its way through the core: the steps take it, add to it, and return what they found. */
export class Pass {
  readonly type: EventType;
  readonly known: Known;
  readonly tracer: Tracer | null;
  readonly draft: RequestDraft;
  readonly notes: Note[] = [];
  readonly problems: Problem[] = [];
  readonly identifiers = new KnownIdentifiers();
  /** Paths whose values became a parameter, an identifier or a demographic, so that they are no properties any more. */
  private readonly usedPaths: string[] = [];
  private readonly values: readonly unknown[];
  private readonly describe: Describe;

  constructor({ type, root, extraction, known, endpoint, describe, tracer }: PassStart) {
    this.type = type;
    this.known = known;
    this.tracer = tracer;
    this.describe = describe;
    this.draft = new RequestDraft(endpoint);
    this.values = extraction.read(root, known.context);
  }

  /** The value at a source. */
  valueAt(source: Source): unknown {
    return this.values[source.slot];
  }

  /** Whether one of the sources holds something. */
  hasAny(sources: readonly Source[]): boolean {
    for (const { slot } of sources) if (this.values[slot] !== undefined) return true;
    return false;
  }

  /** A reason to skip the event, with its sentence. */
  reason(code: ReasonCode, parameter: Reason['parameter'], source: string | null): Reason {
    return { code, parameter, source, message: this.describe({ code, parameter }) };
  }

  /** @param kind what was found, for a note on personal data */
  addNote(code: NoteCode, parameter: Note['parameter'], source: string | null, kind?: PersonalDataKind): void {
    const subject = kind === undefined ? { code, parameter } : { code, parameter, kind };
    this.notes.push({ ...subject, source, message: this.describe(subject) });
  }

  /** @param places paths into the event where the parameter is looked for */
  addProblem(
    code: ProblemCode,
    parameter: Problem['parameter'],
    source: string | null,
    places: readonly string[],
  ): void {
    this.problems.push({ code, parameter, source, message: this.describe({ code, parameter, source }, places) });
  }

  /** For `explain`: what became of a source. */
  addTrace(parameter: string, source: string, result: SourceTrace['result'], note: NoteCode | null = null): void {
    if (this.tracer !== null) this.tracer.tried(parameter, source, result, note);
  }

  /** Takes a path out of the properties: its value was used otherwise. */
  addUsedPath(path: string): void {
    this.usedPaths.push(path);
  }

  isUsedPath(path: string): boolean {
    return this.usedPaths.includes(path);
  }

  /** The first usable value of a parameter. A value that is refused is noted, and the next source is tried. */
  read<T extends object | string>(
    parameter: NonNullable<Note['parameter']>,
    sources: readonly Source[],
    read: Read<T>,
  ): Found<T> {
    return this.readFirst(parameter, sources, read, false);
  }

  /** Likewise, and the sources that hold a value are taken out of the properties. */
  take<T extends object | string>(
    parameter: NonNullable<Note['parameter']>,
    sources: readonly Source[],
    read: Read<T>,
  ): Found<T> {
    return this.readFirst(parameter, sources, read, true);
  }

  /** The first value that is there, whatever it is. */
  readAny(parameter: NonNullable<Note['parameter']>, sources: readonly Source[]): Found<unknown> {
    const found = this.readFirst(parameter, sources, boxed, false);
    return found.value === undefined ? found : { value: found.value.value, source: found.source };
  }

  private readFirst<T extends object | string>(
    parameter: NonNullable<Note['parameter']>,
    sources: readonly Source[],
    read: Read<T>,
    isTaken: boolean,
  ): Found<T> {
    let met: string | null = null;
    for (let index = 0; index < sources.length; index++) {
      const source = sources[index] as Source;
      const value = this.values[source.slot];
      // Most sources are not there; this is their shortest way.
      if (value === undefined && this.tracer === null) continue;
      if (isAbsent(value)) {
        this.addTrace(parameter, source.text, 'absent');
        continue;
      }
      const result = value === unreadable ? unreadableValue : read(value, source.text);
      if (result === undefined) {
        this.addTrace(parameter, source.text, 'absent');
        continue;
      }
      met = source.text;
      if (isTaken) this.addUsedSource(source, value);
      if (result !== null && !isRefusal(result)) {
        this.addTrace(parameter, source.text, 'used');
        this.addUntried(parameter, sources, index + 1);
        return { value: result, source: source.text };
      }
      const code = result === null ? 'unusable_value' : result.refused;
      this.addNote(code, parameter, source.text, result?.kind);
      this.addTrace(parameter, source.text, 'refused', code);
      if (result?.isFinal === true) {
        this.addUntried(parameter, sources, index + 1);
        break;
      }
    }
    return met === null ? nothing : { value: undefined, source: met };
  }

  private addUsedSource({ text, copies }: Source, value: unknown): void {
    this.addUsedPath(text);
    for (const copy of copies) if (isSameText(this.valueAt(copy), value)) this.addUsedPath(copy.text);
  }

  private addUntried(parameter: string, sources: readonly Source[], from: number): void {
    if (this.tracer === null) return;
    for (const { text } of sources.slice(from)) this.addTrace(parameter, text, 'not_needed');
  }
}

const unreadableValue: Refusal = { refused: 'unreadable_value' };

const boxed: Read<{ readonly value: unknown }> = (value) => ({ value });

/** Whether two values are the same once they are text: an adapter may have made text of a number, or of a list of one. */
function isSameText(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  const isText = (value: unknown): boolean =>
    value !== undefined && (typeof value !== 'object' || Array.isArray(value));
  return isText(left) && isText(right) && String(left) === String(right);
}

function isRefusal(result: object | string): result is Refusal {
  return typeof result === 'object' && 'refused' in result;
}
