import { normalizeAge, normalizeBirthDate, normalizeGender } from '../normalize/demographics.js';
import { normalizeEmail } from '../normalize/email.js';
import { refuse } from '../codes/refusal.js';
import { normalizeNationalId } from '../normalize/national-id/national-id.js';
import type { IdentifierRow, ParameterRow, PlainRow } from './row.js';

/** Where a person's traits stand: Segment, RudderStack's JS SDK, and properties. The person's own come first. */
function inEveryRoot(keys: readonly string[]): string[] {
  return ['traits', 'context.traits', 'properties'].flatMap((root) => keys.map((key) => `${root}.${key}`));
}

const identifier = { kind: 'identifier', required: false, replaceable: true } as const;

export const email = {
  ...identifier,
  name: 'email',
  setting: 'email',
  label: 'E-mail',
  sources: inEveryRoot(['email', 'emails']),
  valueKeys: ['ml_sh2', 'ml_sh5'],
  normalize: (text) => normalizeEmail(text),
} as const satisfies IdentifierRow;

/** Tried for the e-mail after its own sources. Most user IDs are none, and that is no fault. */
export const userId = {
  ...identifier,
  name: 'user_id',
  label: 'User ID',
  sources: ['userId'],
  replaceable: false,
} as const satisfies ParameterRow;

export const phone = {
  ...identifier,
  name: 'phone',
  setting: 'phone',
  label: 'Phone',
  sources: inEveryRoot(['phone', 'mobile', 'phoneNumber', 'phone_number']),
  valueKeys: ['mb_sh2', 'mb_sh5'],
  normalize: (text, { country, normalizePhone }) => normalizePhone(text, country),
} as const satisfies IdentifierRow;

export const nationalId = {
  ...identifier,
  name: 'national_id',
  setting: 'nationalId',
  label: 'National ID',
  // A property `document` is a file as often as a person's document.
  sources: inEveryRoot(['nid', 'nationalId', 'national_id', 'dni', 'cpf', 'rut', 'document']).filter(
    (source) => source !== 'properties.document',
  ),
  valueKeys: ['nid_sh2', 'nid_sh5'],
  normalize: (text, { key }) => {
    const normal = normalizeNationalId(text, key);
    return normal === 'ambiguous' ? refuse('ambiguous_document') : (normal?.digits ?? null);
  },
} as const satisfies IdentifierRow;

const demographic = { kind: 'demographic', required: false, replaceable: true } as const;

export const gender = {
  ...demographic,
  name: 'gender',
  label: 'Gender',
  sources: ['traits.gender', 'context.traits.gender'],
  valueKeys: ['gender'],
  normalize: normalizeGender,
} as const satisfies PlainRow;

export const age = {
  ...demographic,
  name: 'age',
  label: 'Age',
  sources: ['traits.age', 'context.traits.age'],
  valueKeys: ['age'],
  normalize: normalizeAge,
} as const satisfies PlainRow;

export const birthDate = {
  ...demographic,
  name: 'birth_date',
  label: 'Date of birth',
  sources: [
    'traits.birthday',
    'traits.birthdate',
    'traits.dateOfBirth',
    'context.traits.birthday',
    'context.traits.birthdate',
    'context.traits.dateOfBirth',
  ],
  valueKeys: ['born', 'date'],
  normalize: (value) => normalizeBirthDate(value),
} as const satisfies PlainRow;
