import { isCountryCode, mayBeCountry } from './is-country-code.js';
import { normalizeCountry } from './country-code.js';

describe('isCountryCode', () => {
  it.each([
    ['ar', true],
    ['zw', true],
    ['AR', false],
    ['uk', false],
    ['arg', false],
    ['', false],
  ])('of %j is %s', (text, expected) => {
    expect(isCountryCode(text)).toBe(expected);
  });
});

describe('mayBeCountry', () => {
  it('refuses of all texts of two letters those alone that are no country', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const texts = letters.flatMap((first) => letters.map((second) => first + second.toUpperCase()));
    expect(texts.filter(mayBeCountry)).toEqual(texts.filter((text) => normalizeCountry(text) !== null));
  });

  it('takes what is longer, for it may be a name', () => {
    expect(['Narnia', 'Argentina', 'ARG'].map(mayBeCountry)).toEqual([true, true, true]);
  });
});
