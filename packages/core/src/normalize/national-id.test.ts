import { normalizeNationalId } from './national-id.js';

describe('normalizeNationalId', () => {
  it.each([
    ['34.848.988', '34848988'],
    ['123.456.789-09', '12345678909'],
    ['12.345.678-K', '12345678'],
    [' 00 123 ', '00123'],
    ['DNI 34.848.988', '34848988'],
  ])('%j becomes %j', (text, expected) => {
    expect(normalizeNationalId(text)).toBe(expected);
  });

  it.each(['', '---', 'unknown', 'ana1990@example.com', '1'.repeat(65), '1'.repeat(10_000_000)])(
    '%.20j… is none',
    (text) => {
      expect(normalizeNationalId(text)).toBeNull();
    },
  );
});
