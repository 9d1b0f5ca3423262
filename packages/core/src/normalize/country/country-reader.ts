import { normalizeCountry } from './country-code.js';
import { countryOfTimeZone } from './country-of-time-zone.js';

/** Reads countries. The names are large, so a page may bring a reader that loads them when an event has one. */
export interface CountryReader {
  /** Whether it knows the names already. If not, a setting that holds one is not checked before an event needs it. */
  readonly isComplete: boolean;
  /** The alpha-2 code, in lower case, of a country by a code or a name; null if it is none. */
  readonly normalizeCountry: (text: string) => string | null;
  /** The alpha-2 code, in lower case, of the country of an IANA time zone; null if it tells none. */
  readonly countryOfTimeZone: (zone: string) => string | null;
}

/** Reads every code, name and time zone. */
export const countryReader: CountryReader = { isComplete: true, normalizeCountry, countryOfTimeZone };
