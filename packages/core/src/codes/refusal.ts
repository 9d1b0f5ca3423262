import type { NoteCode, PersonalDataKind } from './codes.js';

/** A reader's answer for a value that is there but can't be used. */
export interface Refusal {
  readonly refused: NoteCode;
  /** What kind of personal data it is, if that is why. */
  readonly kind?: PersonalDataKind;
}

export function refuse(code: NoteCode): Refusal {
  return { refused: code };
}

export function refusePersonalData(kind: PersonalDataKind): Refusal {
  return { refused: 'personal_data', kind };
}

export const unusable: Refusal = refuse('unusable_value');
