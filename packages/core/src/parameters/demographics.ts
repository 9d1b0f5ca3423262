import { readAge, readBirthDate, readGender } from '../values/demographics.js';
import type { TextParameter } from './parameter.js';

const demographic = { kind: 'demographic', required: false, setting: null, replaceable: true } as const;

export const gender = {
  ...demographic,
  name: 'gender',
  label: 'Gender',
  description: 'Gender of the person, sent as F or M.',
  expects: 'a word for female or male in English, Spanish or Portuguese',
  sources: ['traits.gender', 'context.traits.gender'],
  valueKeys: ['gender'],
  read: readGender,
} as const satisfies TextParameter;

export const age = {
  ...demographic,
  name: 'age',
  label: 'Age',
  description: 'Age of the person in whole years, 0 to 120.',
  expects: 'a whole number from 0 to 120',
  sources: ['traits.age', 'context.traits.age'],
  valueKeys: ['age'],
  read: readAge,
} as const satisfies TextParameter;

export const birthDate = {
  ...demographic,
  name: 'birth_date',
  label: 'Date of birth',
  description:
    'Date of birth of the person. The year is sent as "born"; the full date, as "date", only if the settings ask for it.',
  expects: 'a date such as 1990-05-31',
  sources: [
    'traits.birthday',
    'traits.birthdate',
    'traits.dateOfBirth',
    'context.traits.birthday',
    'context.traits.birthdate',
    'context.traits.dateOfBirth',
  ],
  valueKeys: ['born', 'date'],
  read: readBirthDate,
} as const satisfies TextParameter;
