/** What somebody wrote as a phone number: its digits, and whether they begin with a country code. */
export interface DialedNumber {
  readonly digits: string;
  readonly international: boolean;
}

/** No phone number is longer, with all its punctuation and an extension. It bounds the work. In UTF-16 units. */
const maxLength = 100;

/** Phones put these around a number that is copied from the address book; they are invisible. */
const invisible = /[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** In English, Spanish and Portuguese, as `x12` and `#12`, and as in RFC 3966 (`;ext=12`). */
const extension = /[\s,;(-]*(?:ext(?:ensi[oó]n|ension|ensão)?|x|int(?:erno)?|anexo|ramal|#)[\s.:=#]*\d{1,6}[\s)]*$/i;

/** Spreadsheets and data frames make a number of a phone, and text of the number. */
const decimalZero = /^(\d+)\.0$/;

/** Digits and punctuation, with a plus sign nowhere but at the start. */
const dialable = /^[\s(]*\+?[\d\s()./‐-―−-]*$/;

/**
 * Reads the digits of a phone number, whatever its punctuation. An extension goes; letters make it no phone number.
 * The country code is recognized by `+` or `00`, not by what it is.
 */
export function readDialedNumber(text: string): DialedNumber | null {
  if (text.length > maxLength) return null;
  const plain = text
    // Full-width digits and signs, no-break spaces and the like become the ordinary ones.
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/^\s*tel:/i, '')
    .replace(extension, '')
    .replace(decimalZero, '$1');
  if (!dialable.test(plain)) return null;
  if (!/^\D*(?:\+|00)/.test(plain)) return { digits: plain.replace(/\D/g, ''), international: false };
  // "+44 (0)20 …": a zero in parentheses is for those who call from inside the country.
  const digits = plain.replace(/\( ?0 ?\)|\D/g, '').replace(/^00/, '');
  return { digits, international: true };
}
