import { readAge, readBirthDate, readGender } from '../normalize/demographics.js';
import type { TextParameter } from './row.js';

const demographic = { kind: 'demographic', required: false, setting: null, replaceable: true } as const;

export const gender = {
  ...demographic,
  name: 'gender',
  label: 'Gender',
  sources: ['traits.gender', 'context.traits.gender'],
  valueKeys: ['gender'],
  read: readGender,
} as const satisfies TextParameter;

export const age = {
  ...demographic,
  name: 'age',
  label: 'Age',
  sources: ['traits.age', 'context.traits.age'],
  valueKeys: ['age'],
  read: readAge,
} as const satisfies TextParameter;

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
  read: (value) => readBirthDate(value),
} as const satisfies TextParameter;
