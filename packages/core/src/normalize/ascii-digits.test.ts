import { withAsciiDigits } from './ascii-digits.js';

describe('withAsciiDigits', () => {
  it.each([
    ['34848988', '34848988'],
    ['٣٤٨٤٨٩٨٨', '34848988'],
    ['۳۴۸۴۸۹۸۸', '34848988'],
    ['３４８４８９８８', '34848988'],
    ['३४८४८९८८', '34848988'],
    ['\u{1d7d1}\u{1d7d2}', '34'],
    ['\u{1e953}\u{1e954}', '34'],
    ['＋５４\u00a011', '+54 11'],
    ['Ñandú 3', 'Ñandú 3'],
    ['', ''],
  ])('%j is %j', (text, plain) => {
    expect(withAsciiDigits(text)).toBe(plain);
  });

  it('knows every decimal digit of Unicode that this engine knows', () => {
    const digits = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((character) => /\p{Nd}/u.test(character));
    expect(digits.length).toBeGreaterThan(600);
    expect(digits.filter((digit) => !/^\d$/.test(withAsciiDigits(digit)))).toEqual([]);
  });
});
