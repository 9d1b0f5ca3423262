import { countries } from './generated/countries.js';

let codes: ReadonlySet<string> | undefined;
let byKey: ReadonlyMap<string, string> | undefined;

/** Whether the text is the alpha-2 code of a country, in lower case. */
export function isCountryCode(text: string): boolean {
  codes ??= new Set(rows().map(codeOf));
  return codes.has(text);
}

/**
 * The alpha-2 code of a country, in lower case.
 * @param key its alpha-3 code in lower case, or its name as `countryKey` makes it.
 */
export function countryOfKey(key: string): string | undefined {
  byKey ??= new Map(rows().flatMap((row) => keysOf(row).map((key): [string, string] => [key, codeOf(row)])));
  return byKey.get(key);
}

// The table is split at the first use, in two steps: most events have an alpha-2 code, and never need the names.

function rows(): string[] {
  return countries.split(';');
}

function codeOf(row: string): string {
  return row.slice(0, 2);
}

/** A row is `arg,argentina` or, where alpha-3 does not begin with alpha-2, `aoago,angola`. */
function keysOf(row: string): string[] {
  const [head = '', ...names] = row.split(',');
  return [head.length === 3 ? head : head.slice(2), ...names];
}
