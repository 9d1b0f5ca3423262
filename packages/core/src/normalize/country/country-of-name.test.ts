import { countryOfName } from './country-of-name.js';

describe('countryOfName', () => {
  it.each([
    ['jamaica', 'jm'],
    ['costa_rica', 'cr'],
    ['Perú', 'pe'],
    ['est', undefined],
    ['usa', undefined],
    ['lima', undefined],
  ])('%s is %s', (name, code) => {
    expect(countryOfName(name)).toBe(code);
  });
});
