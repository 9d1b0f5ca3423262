import { passesLuhn } from '../../normalize/national-id/check-digits.js';
import type { DigitGroup } from './digit-groups.js';

/** Prefixes of the schemes, from and to, with the lengths of their numbers. Sources: ISO/IEC 7812, the schemes' own lists. */
const schemes: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [4, 4, [16]], // Visa
  [51, 55, [16]], // Mastercard
  [2221, 2720, [16]],
  [34, 34, [15]], // American Express
  [37, 37, [15]],
  [6011, 6011, [16]], // Discover
  [644, 649, [16]],
  [65, 65, [16]],
  [3528, 3589, [16]], // JCB
  [62, 62, [16]], // UnionPay
  [5018, 5018, [16]], // Maestro
  [5020, 5020, [16]],
  [5038, 5038, [16]],
  [5893, 5893, [16]],
  [6304, 6304, [16]],
  [6759, 6759, [16]],
  [6761, 6763, [16]],
  [401178, 401179, [16]], // Elo, beside what begins as Visa and Discover do
  [506699, 506778, [16]],
  [509000, 509999, [16]],
  [627780, 627780, [16]],
  [636297, 636297, [16]],
  [636368, 636369, [16]],
  [606282, 606282, [16]], // Hipercard
  [637095, 637095, [16]],
  [501105, 501105, [16]], // Argencard
  [286900, 286900, [16]], // Carnet
  [502275, 502275, [16]],
  [506199, 506299, [16]],
  [639484, 639484, [16]],
];

/** Shapes that cards are printed with. In these, Luhn's check is enough. */
const printed = /^(?:4,4,4,4|4,4,4,4,3|4,6,5|4,6,4)$/;

/** Diners, and old Visa: too short to be told from other numbers without groups. */
const grouped = /^(?:30[0-5]|36|38|39)\d{11,12}$|^4\d{12}$|^(?:4|62)\d{15,18}$/;

/** Cabal and Naranja, whose numbers need not pass Luhn's check. */
const unchecked = /^(?:60420[1-9]|6042[1-9]\d|6043\d\d|604400|589657|589562)\d{10}$/;

/** Whether these groups of digits, one after the other, are the number of a payment card. */
export function isCardNumber(groups: readonly DigitGroup[]): boolean {
  const digits = groups.map((group) => group.digits).join('');
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1*$/.test(digits)) return false;
  if (unchecked.test(digits)) return true;
  if (!passesLuhn(digits)) return false;
  if (groups.length === 1) return hasScheme(digits);
  const shape = groups.map((group) => group.digits.length).join(',');
  if (printed.test(shape)) return true;
  return groups.every((group) => group.digits.length > 1) && (hasScheme(digits) || grouped.test(digits));
}

function hasScheme(digits: string): boolean {
  return schemes.some(([from, to, lengths]) => {
    const prefix = Number(digits.slice(0, String(from).length));
    return prefix >= from && prefix <= to && lengths.includes(digits.length);
  });
}
