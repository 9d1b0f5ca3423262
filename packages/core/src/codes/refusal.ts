import type { NoteCode } from './codes.js';

/** A reader's answer for a value that is there but can't be used. */
export interface Refusal {
  readonly refused: NoteCode;
}

export function refuse(code: NoteCode): Refusal {
  return { refused: code };
}

export const unusable: Refusal = refuse('unusable_value');
