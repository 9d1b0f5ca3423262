import { countryOfKey, countryOfZonePart, isCountryCode } from './country-table.js';

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

describe('countryOfKey', () => {
  it.each([
    ['arg', 'ar'],
    ['ago', 'ao'],
    ['brasil', 'br'],
    ['trinidadtobago', 'tt'],
    ['uk', 'gb'],
    ['ar', undefined],
    ['', undefined],
    ['lima', undefined],
  ])('of %j is %s', (key, expected) => {
    expect(countryOfKey(key)).toBe(expected);
  });
});

describe('countryOfZonePart', () => {
  it.each([
    ['buenosaires', 'ar'],
    ['lima', 'pe'],
    ['us', 'us'],
    ['argentina', undefined],
    ['', undefined],
  ])('of %j is %s', (key, expected) => {
    expect(countryOfZonePart(key)).toBe(expected);
  });
});
