import { isAbsent } from './absent.js';
import { noteCodes, type Note, type NoteCode } from './outcome.js';
import { readPath, unreadable, type Path } from './path.js';
import type { Refusal } from './refusal.js';
import type { Tracer } from './trace.js';

/** In UTF-16 units. */
const minIdentifierLength = 6;

/** What one event's way through `build` collects. */
export class Run {
  readonly notes: Note[] = [];
  /** Paths whose values identifiers and demographics took or refused, so that they are no properties any more. */
  readonly consumed: string[] = [];
  /** The raw identifiers themselves, so that none goes out inside another value. */
  private readonly rawIdentifiers: string[] = [];
  /** The path of the last value, usable or not, that the last `resolve` met; null if it met none. */
  lastMet: string | null = null;

  constructor(
    readonly root: object,
    readonly tracer: Tracer | null,
  ) {}

  note(code: NoteCode, parameter: Note['parameter'], source: string | null): void {
    this.notes.push({ code, parameter, source, message: noteCodes[code] });
  }

  /**
   * The first usable value of a parameter. A value that its reader refuses is noted, and the next source is tried.
   * @param consume whether the sources that hold a value are taken out of the properties.
   */
  resolve<T>(
    parameter: NonNullable<Note['parameter']>,
    sources: readonly Path[],
    read: (value: unknown, source: string) => T | Refusal,
    consume = false,
  ): T | undefined {
    this.lastMet = null;
    for (let index = 0; index < sources.length; index++) {
      const source = sources[index] as Path;
      const value = readPath(this.root, source);
      if (isAbsent(value)) {
        this.tracer?.tried(parameter, { source: source.text, result: 'absent', note: null });
        continue;
      }
      this.lastMet = source.text;
      if (consume) this.consumed.push(source.text);
      const result = value === unreadable ? { refused: 'unreadable_value' as const } : read(value, source.text);
      if (!isRefusal(result)) {
        this.tracer?.tried(parameter, { source: source.text, result: 'used', note: null });
        this.skipRest(parameter, sources, index + 1);
        return result;
      }
      this.note(result.refused, parameter, source.text);
      this.tracer?.tried(parameter, { source: source.text, result: 'refused', note: result.refused });
    }
    return undefined;
  }

  /** Remembers an identifier as it stood in the event. A very short one would be found in innocent text. */
  keepIdentifier(raw: string): void {
    const text = raw.trim();
    if (text.length >= minIdentifierLength) this.rawIdentifiers.push(text);
  }

  /** Whether a text holds an identifier that the event names elsewhere. */
  holdsIdentifier(text: string): boolean {
    return this.rawIdentifiers.some((raw) => text.includes(raw));
  }

  private skipRest(parameter: string, sources: readonly Path[], from: number): void {
    if (this.tracer === null) return;
    for (const { text } of sources.slice(from)) {
      this.tracer.tried(parameter, { source: text, result: 'not_needed', note: null });
    }
  }
}

function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'refused' in result;
}
