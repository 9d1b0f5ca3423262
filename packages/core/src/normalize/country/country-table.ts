import { countries } from './generated/countries.js';
import { numericCodes } from './generated/numeric-codes.js';

let codes: ReadonlySet<string> | undefined;
let byKey: ReadonlyMap<string, string> | undefined;
let byZone: ReadonlyMap<string, string> | undefined;

/** Whether the text is the alpha-2 code of a country, in lower case. */
export function isCountryCode(text: string): boolean {
  codes ??= new Set(countries.split(';').map(codeOf));
  return codes.has(text);
}

/**
 * The alpha-2 code of a country, in lower case.
 * @param key its alpha-3 code in lower case, or its name as `countryKey` makes it.
 */
export function countryOfKey(key: string): string | undefined {
  byKey ??= readRows((row) => {
    const names = row.replace(/^[A-Z]+|\..*/g, '');
    return `${names.slice(0, 3)},${names}`;
  });
  return byKey.get(key);
}

/**
 * The alpha-2 code of a country, in lower case.
 * @param digits its numeric code, always three digits: `032`.
 */
export function countryOfNumber(digits: string): string | undefined {
  // The table is `004AF008AL…`: three digits occur nowhere but where a row begins.
  const at = /^\d{3}$/.test(digits) ? numericCodes.indexOf(digits) : -1;
  return at === -1 ? undefined : numericCodes.slice(at + 3, at + 5).toLowerCase();
}

/**
 * The alpha-2 code, in lower case, of the country that a part of a time zone's name tells, if it is not the country's
 * own name.
 * @param key the part, such as `Buenos_Aires`, as `countryKey` makes it.
 */
export function countryOfZonePart(key: string): string | undefined {
  byZone ??= readRows((row) => row.split('.')[1] ?? '');
  return byZone.get(key);
}

// The table is split at the first use, in steps: most events have an alpha-2 code, and never need the names.

/**
 * @param keysOf takes a row and returns keys with commas between them. A row is `argentina,argentine.cordoba,mendoza`:
 *   names, the first of which begins with alpha-3, and after a full stop parts of names of time zones. Where alpha-3
 *   does not begin with alpha-2, that comes before it: `AOago,angola.luanda`.
 */
function readRows(keysOf: (row: string) => string): ReadonlyMap<string, string> {
  const pairs = countries.split(';').flatMap((row) =>
    keysOf(row)
      .split(',')
      .map((key): [string, string] => [key, codeOf(row)]),
  );
  // Rows without time zones have an empty key.
  return new Map(pairs.filter(([key]) => key !== ''));
}

function codeOf(row: string): string {
  return row.slice(0, 2).toLowerCase();
}
