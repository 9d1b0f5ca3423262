/** What is known of a country. All in lower case. */
export interface CountryRow {
  /** ISO 3166-1 alpha-2. */
  readonly alpha2: string;
  /** ISO 3166-1 alpha-3. */
  readonly alpha3: string;
  /** ISO 3166-1 numeric, three digits; null where ISO gave none. */
  readonly number: string | null;
  /** Its names in English, Spanish and Portuguese, as `countryKey` makes them. */
  readonly names: readonly string[];
  /** Parts of names of time zones that tell it, such as `buenosaires`, if they are no name of it. */
  readonly zoneParts: readonly string[];
}

/**
 * Reads a line of the table. Names and parts are letters alone, so a space stands between them.
 *
 * @example readCountryRow('ar arg 032 argentina argentine / buenosaires cordoba')
 */
export function readCountryRow(line: string): CountryRow {
  const [before = '', after] = line.split(' / ');
  const [alpha2 = '', alpha3 = '', number = '', ...names] = before.split(' ');
  return { alpha2, alpha3, number: number === '-' ? null : number, names, zoneParts: after?.split(' ') ?? [] };
}
