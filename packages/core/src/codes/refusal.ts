import type { NoteCode, PersonalDataKind } from './codes.js';

/** The answer for a value that is there but can't be used. */
export interface Refusal {
  readonly refused: NoteCode;
  /** What kind of personal data it is, if that is why. */
  readonly kind?: PersonalDataKind;
  /** Whether this ends the search: no other source is asked. */
  readonly isFinal?: true;
}

export function refuse(code: NoteCode): Refusal {
  return { refused: code };
}

export function refusePersonalData(kind: PersonalDataKind): Refusal {
  return { refused: 'personal_data', kind };
}

/** A refusal after which no other source is asked. */
export function refuseFinally(code: NoteCode): Refusal {
  return { refused: code, isFinal: true };
}

export const unusable: Refusal = refuse('unusable_value');
