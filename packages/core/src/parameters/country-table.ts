import { countries } from './generated/countries.js';

let codes: ReadonlySet<string> | undefined;
let byKey: ReadonlyMap<string, string> | undefined;

/** Whether the text is the alpha-2 code of a country, in lower case. */
export function isCountryCode(text: string): boolean {
  codes ??= readCodes();
  return codes.has(text);
}

/**
 * The alpha-2 code of a country, in lower case.
 * @param key its alpha-3 code in lower case, or its name as `countryKey` makes it.
 */
export function countryOfKey(key: string): string | undefined {
  byKey ??= readKeys();
  return byKey.get(key);
}

// The table is split at the first use, in two steps: most events have an alpha-2 code, and never need the names.

function readCodes(): ReadonlySet<string> {
  return new Set(countries.split(';').map((row) => row.slice(0, 2)));
}

/** A row is `arg,argentina` or, where alpha-3 does not begin with alpha-2, `aoago,angola`. */
function readKeys(): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const row of countries.split(';')) {
    const code = row.slice(0, 2);
    for (const key of row.slice(row.charAt(3) === ',' ? 0 : 2).split(',')) keys.set(key, code);
  }
  return keys;
}
