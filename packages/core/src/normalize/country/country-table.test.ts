import { countryOfKey, countryOfZonePart } from './country-table.js';

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
