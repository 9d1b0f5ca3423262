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
