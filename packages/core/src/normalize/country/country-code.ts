import { cached } from './cached.js';
import { countryKey } from './country-key.js';
import { countryOfKey, isCountryCode } from './country-table.js';

/** The longest name of a country has 44 characters. It bounds the work. In UTF-16 units. */
const maxLength = 100;

/**
 * The ISO 3166-1 alpha-2 code of a country, in lower case.
 *
 * @param text alpha-2, alpha-3, or the country's name in English, Spanish or Portuguese, in any case, with or without
 *   diacritics, and with usual variants such as `UK`, `EE.UU.` or `Holanda`.
 * @returns null if it is no country.
 */
export function readCountry(text: string): string | null {
  // Most are an alpha-2 code, and need neither the names nor the memory.
  const lower = text.length === 2 ? text.toLowerCase() : '';
  return isCountryCode(lower) ? lower : readOther(text);
}

const readOther = /* @__PURE__ */ cached((text) => {
  const lower = text.trim().toLowerCase();
  if (isCountryCode(lower)) return lower;
  return countryOfKey(lower) ?? countryOfKey(countryKey(lower)) ?? null;
}, maxLength);
