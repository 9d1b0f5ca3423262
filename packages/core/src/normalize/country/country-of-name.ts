import { countryKey } from './country-key.js';
import { countryOfKey } from './country-table.js';

/**
 * The alpha-2 code, in lower case, of a country by its name in English, Spanish or Portuguese. Three letters are taken
 * for no name: `EST` is Estonia's code, and a time zone.
 */
export function countryOfName(name: string): string | undefined {
  return name.length > 3 ? countryOfKey(countryKey(name)) : undefined;
}
