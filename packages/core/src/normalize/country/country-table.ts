import { readCountryRow, type CountryRow } from './country-row.js';
import { countries } from './generated/countries.js';

// Rows are read, and each index is made, at their first use: most events have an alpha-2 code, and never need the names.
let rows: readonly CountryRow[] | undefined;
let byName: ReadonlyMap<string, string> | undefined;
let byNumber: ReadonlyMap<string, string> | undefined;
let byZonePart: ReadonlyMap<string, string> | undefined;

/**
 * The alpha-2 code of a country, in lower case.
 * @param key its alpha-3 code in lower case, or its name as `countryKey` makes it.
 */
export function countryOfKey(key: string): string | undefined {
  byName ??= indexOf(({ alpha3, names }) => [alpha3, ...names]);
  return byName.get(key);
}

/**
 * The alpha-2 code of a country, in lower case.
 * @param digits its numeric code, always three digits: `032`.
 */
export function countryOfNumber(digits: string): string | undefined {
  byNumber ??= indexOf(({ number }) => (number === null ? [] : [number]));
  return byNumber.get(digits);
}

/**
 * The alpha-2 code, in lower case, of the country that a part of a time zone's name tells, if it is not the country's
 * own name.
 * @param key the part, such as `Buenos_Aires`, as `countryKey` makes it.
 */
export function countryOfZonePart(key: string): string | undefined {
  byZonePart ??= indexOf(({ zoneParts }) => zoneParts);
  return byZonePart.get(key);
}

function indexOf(keysOf: (row: CountryRow) => readonly string[]): ReadonlyMap<string, string> {
  rows ??= countries.map(readCountryRow);
  return new Map(rows.flatMap((row) => keysOf(row).map((key): [string, string] => [key, row.alpha2])));
}
