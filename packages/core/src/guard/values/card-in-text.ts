import { passesLuhn } from '../../normalize/national-id/check-digits.js';

/** Prefixes of the schemes whose numbers have 16 digits. Sources: ISO/IEC 7812, the schemes' own lists. */
const schemes = anyOf([
  /4/, // Visa
  /(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)/, // Mastercard
  /(?:6011|64[4-9]|65)/, // Discover
  /35(?:2[89]|[3-8]\d)/, // JCB
  /62/, // UnionPay
  /(?:5018|5020|5038|5893|6304|6759|676[1-3])/, // Maestro
  /(?:506(?:699|7[0-6]\d|77[0-8])|509\d{3}|627780|636297|63636[89])/, // Elo
  /(?:606282|637095)/, // Hipercard
  /(?:501105|286900|502275|506[12]99|639484)/, // Argencard, Carnet
]);

/** American Express has 15. */
const amex = /^3[47]\d{13}$/;

/** Cabal and Naranja, whose numbers need not pass Luhn's check. */
const unchecked = /^(?:60420[1-9]|6042[1-9]\d|6043\d\d|604400|589657|589562)\d{10}$/;

/** Diners, and the longer and shorter numbers of Visa and UnionPay: only groups tell them from other numbers. */
const grouped = /^(?:(?:30[0-5]|36|38|39)\d{11,12}|4\d{12}|4\d{18}|62\d{15,17})$/;

/** Shapes that cards are printed with. In these, Luhn's check is enough. */
const printed = /^(?:4-4-4-4|4-4-4-4-3|4-6-5|4-6-4)$/;

const allEqual = /^(\d)\1*$/;

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(`^(?:${patterns.map(({ source }) => source).join('|')})`);
}

/**
 * Whether digits are the number of a payment card.
 * @param firstGroup how many of them stand together at the start: all, if they are in no groups
 * @param shape the lengths of the groups, such as `4-4-4-4`
 */
export function isCardNumber(digits: string, firstGroup: number, shape: () => string): boolean {
  const { length } = digits;
  if (length < 13 || length > 19) return false;
  if (length === 16 && unchecked.test(digits)) return true;
  const isOfScheme = length === 16 ? schemes.test(digits) : amex.test(digits);
  if (firstGroup === length) return isOfScheme && isChecked(digits);
  if (!isOfScheme && firstGroup !== 4 && !grouped.test(digits)) return false;
  if (!isChecked(digits)) return false;
  const written = shape();
  // A single digit between others is no group.
  return printed.test(written) || ((isOfScheme || grouped.test(digits)) && !/(?:^|-)1(?:-|$)/.test(written));
}

function isChecked(digits: string): boolean {
  return passesLuhn(digits) && !allEqual.test(digits);
}
