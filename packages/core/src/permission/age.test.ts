import { isUnderAge } from './age.js';

const now = new Date('2026-11-25T00:00:00Z');

it.each([
  [13, '12', null, true],
  [13, '13', null, false],
  [13, null, null, false],
  [13, null, '2014', true],
  [13, null, '2013', false],
  [13, null, '20131125', false],
  [13, null, '20131126', true],
  [13, '30', '2020', true],
  [0, '0', '2026', false],
  [0, null, '20261125', false],
])('under %d with age %s, born %s: %s', (minimumAge, age, birthDate, expected) => {
  expect(isUnderAge(minimumAge, { age, birthDate }, now)).toBe(expected);
});
