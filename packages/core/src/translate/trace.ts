import type { NoteCode } from '../codes/codes.js';

/** What became of one source of a parameter. */
export interface SourceTrace {
  readonly source: string;
  readonly result: 'used' | 'absent' | 'refused' | 'not_needed';
  /** Why it was refused; null otherwise. */
  readonly note: NoteCode | null;
}

/** Records, for `explain`, what `build` does anyway. */
export interface Tracer {
  tried(parameter: string, source: string, result: SourceTrace['result'], note: NoteCode | null): void;
  /** The parameters that would be sent. An event that is not sent has no request to take them from. */
  found(params: Readonly<Record<string, string>>): void;
}
