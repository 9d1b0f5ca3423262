import { countryCodes } from './generated/country-codes.js';

// Made at its first use.
let codes: ReadonlySet<string> | undefined;

/** Whether the text is the alpha-2 code of a country, in lower case. */
export function isCountryCode(text: string): boolean {
  codes ??= new Set(countryCodes.split(' '));
  return codes.has(text);
}

/** A name of two letters that is no code: the United Kingdom's and the Dominican Republic's. */
const shortName = /^(?:rd|uk)$/;

/** Whether a text may be a country, as far as that can be said without the names: no code that ISO does not have. */
export function mayBeCountry(text: string): boolean {
  const form = text.trim().toLowerCase();
  return form.length > 2 || isCountryCode(form) || shortName.test(form);
}
