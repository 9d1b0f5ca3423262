import { countryKey } from './country-key.js';

describe('countryKey', () => {
  it.each([
    ['Argentina', 'argentina'],
    ['REPÚBLICA ARGENTINA', 'argentina'],
    ['Trinidad & Tobago', 'trinidadtobago'],
    ['Trinidad y Tobago', 'trinidadtobago'],
    ['EE.UU.', 'eeuu'],
    ["Côte d'Ivoire", 'coteivoire'],
    ['Cote d’Ivoire', 'coteivoire'],
    ['Bolivia (Plurinational State of)', 'bolivia'],
    ['Islas Malvinas', 'malvinas'],
    ['Democratic Republic of the Congo', 'democraticcongo'],
    ['costa_rica', 'costarica'],
    ['España', 'espana'],
    ['the republic of', ''],
    ['日本', ''],
  ])('%s is %j', (name, key) => {
    expect(countryKey(name)).toBe(key);
  });
});
