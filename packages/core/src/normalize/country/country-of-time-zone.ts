import { remembered } from '../remembered.js';
import { countryKey } from './country-key.js';
import { countryOfName } from './country-of-name.js';
import { countryOfZonePart } from './country-table.js';

/** The longest zone has 32 characters. It bounds the work. In UTF-16 units. */
const maxLength = 50;

/**
 * The country of an IANA time zone, as a lower-case alpha-2 code. Old names that devices still report
 * (`America/Buenos_Aires`, `Brazil/East`) count too.
 *
 * @returns null if it is no time zone, or one of no country (`Etc/UTC`, `EST`). For a zone of several countries, the
 *   country of its city.
 */
export const countryOfTimeZone = /* @__PURE__ */ remembered(
  (zone) => {
    // The last part is mostly a city. Some are named after their country (America/Jamaica, Chile/Continental).
    for (const part of zone.trim().split('/').reverse()) {
      const country = countryOfZonePart(countryKey(part)) ?? countryOfName(part);
      if (country !== undefined) return country;
    }
    return null;
  },
  { maxLength, ofLonger: () => null },
);
