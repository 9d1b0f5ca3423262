import { cached } from './cached.js';
import { countryOfName } from './country-of-name.js';
import { timeZones } from './generated/time-zones.js';

/** The longest zone has 32 characters. It bounds the work. In UTF-16 units. */
const maxLength = 50;

let byPart: ReadonlyMap<string, string> | undefined;

/** By the part of a zone's name that tells its country, in lower case. Split at the first use. */
function getParts(): ReadonlyMap<string, string> {
  byPart ??= new Map(
    timeZones.split(';').flatMap((row) => {
      const parts = row.slice(2).split(',');
      return parts.map((part): [string, string] => [part, row.slice(0, 2)]);
    }),
  );
  return byPart;
}

/**
 * The country of an IANA time zone, as a lower-case alpha-2 code. Old names that devices still report
 * (`America/Buenos_Aires`, `Brazil/East`) count too.
 *
 * @returns null if it is no time zone, or one of no country (`Etc/UTC`, `EST`). For a zone of several countries, the
 *   country of its city.
 */
export const countryOfTimeZone = /* @__PURE__ */ cached((zone) => {
  // The last part is mostly a city. Some are named after their country (America/Jamaica, Chile/Continental).
  for (const part of zone.trim().toLowerCase().split('/').reverse()) {
    const country = getParts().get(part) ?? countryOfName(part);
    if (country !== undefined) return country;
  }
  return null;
}, maxLength);
