import { normalizeAge, normalizeBirthDate, normalizeGender } from './demographics.js';

describe('normalizeGender', () => {
  it.each([
    'F',
    'f',
    'female',
    'Woman',
    'Mujer',
    ' femenino ',
    'FEMININO',
    'feminina',
    'mulher',
    'Señora',
    'Sra.',
    'Mrs.',
  ])('%j is F', (value) => {
    expect(normalizeGender(value)).toBe('F');
  });

  it.each([
    'M',
    'm',
    'male',
    'Man',
    'Hombre',
    'homem',
    'masculino',
    'Varón',
    'varo\u0301n',
    'VARON',
    'varão',
    'Sr.',
    'H',
  ])('%j is M', (value) => {
    expect(normalizeGender(value)).toBe('M');
  });

  it.each([
    '',
    'other',
    'x',
    'fm',
    'no binario',
    'n/a',
    '1',
    1,
    true,
    null,
    undefined,
    ['f'],
    {},
    'f'.repeat(10_000_000),
  ])('%.20j is dropped', (value) => {
    expect(normalizeGender(value)).toBeNull();
  });
});

describe('normalizeAge', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [34, '34'],
    [120, '120'],
    ['34', '34'],
    [' 7 ', '7'],
    ['007', '7'],
  ])('%j is %s', (value, age) => {
    expect(normalizeAge(value)).toBe(age);
  });

  it.each([
    -1,
    121,
    34.5,
    Number.NaN,
    Infinity,
    '',
    ' ',
    '18-24',
    '34.5',
    '1e2',
    '-5',
    '1000',
    true,
    null,
    undefined,
    [34],
  ])('%j is dropped', (value) => {
    expect(normalizeAge(value)).toBeNull();
  });
});

describe('normalizeBirthDate', () => {
  it.each([
    ['1990-05-17', '19900517'],
    ['1990-05-17T03:00:00.000Z', '19900517'],
    ['1990/05/17', '19900517'],
    ['1990.05.17', '19900517'],
    ['19900517', '19900517'],
    [19900517, '19900517'],
    [new Date('1990-05-17T00:00:00Z'), '19900517'],
    ['2000-02-29', '20000229'],
    ['17/05/1990', '1990'],
    ['05-17-1990', '1990'],
    ['May 17, 1990', '1990'],
    ['17 de mayo de 1990', '1990'],
    ['1990', '1990'],
    [1990, '1990'],
    ['1990-5-7', '1990'],
    ['2026-11-25', '20261125'],
    [2026, '2026'],
    ['1900-01-01', '19000101'],
  ])('%j is %s', (value, date) => {
    expect(normalizeBirthDate(value, 2026)).toBe(date);
  });

  it.each([
    ...['', 'x', '17/05/90', '1990-13-01', '1990-02-30', '1900-02-29', '1899-12-31', '2027-01-01', '01/01/2027'],
    ...['1990-00-10', '1990-04-31', '0000-00-00', '123456', '199005170', 2027, 1899, 90, 1990.5, -1990, Number.NaN],
    ...[true, null, undefined, {}, ['1990'], new Date(Number.NaN), '1'.repeat(10_000_000)],
  ])('%.30j is dropped', (value) => {
    expect(normalizeBirthDate(value, 2026)).toBeNull();
  });

  it('knows by itself that nobody was born in the future', () => {
    expect(normalizeBirthDate('2999-01-01')).toBeNull();
  });
});
