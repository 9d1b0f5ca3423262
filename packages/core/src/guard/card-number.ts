import { passesLuhn } from './luhn.js';

/** Groups of digits with few separators between them, as a card number is written: `4111-1111`, `4111 - 1111`. */
const digitGroups = /\d+(?:[\s.\-/_]{1,3}\d+)*/g;

/**
 * Whether a text holds the number of a payment card: 13 to 19 digits, Luhn's check, and a first digit
 * that cards of that length have. The first digit matters: one in ten numbers passes Luhn's check by chance,
 * and without it times in milliseconds and barcodes would be taken for cards.
 *
 * Source: ISO/IEC 7812-1.
 */
export function holdsCardNumber(text: string): boolean {
  return (text.match(digitGroups) ?? []).some((run) => {
    const groups = run.split(/[\s.\-/_]+/);
    return groups.some((_, start) => startsCard(groups, start));
  });
}

function startsCard(groups: readonly string[], start: number): boolean {
  let digits = '';
  for (let end = start; end < groups.length && digits.length <= 19; end++) {
    digits += groups[end] ?? '';
    if (isCard(digits)) return true;
  }
  return false;
}

function isCard(digits: string): boolean {
  const length = digits.length;
  if (length < 13 || length > 19) return false;
  const first = digits.charAt(0);
  const possible = length === 16 ? first !== '0' : length === 14 ? first === '3' : first >= '3' && first <= '6';
  return possible && passesLuhn(digits);
}
