import { isAccountNumber, holdsIban } from './account-in-text.js';
import { isCardNumber } from './card-in-text.js';
import { digitGroups, type DigitGroup } from './digit-groups.js';
import { holdsWrittenDocument, isDocumentNumber, holdsDottedDocument } from './document-in-text.js';
import { holdsEmailAddress } from './email-in-text.js';
import { holdsInternationalPhone, holdsNationalPhone, isPhoneWithCountryCode } from './phone-in-text.js';
import { holdsSecret } from './secret-in-text.js';
import type { PersonalDataKind } from '../../codes/codes.js';

/**
 * What a key says about numbers that stand under it: they are amounts, however they are grouped; numbers of things or
 * times; of something that the vocabulary doesn't know; it says nothing, as `note` or `x`.
 */
export type Numbers = 'amounts' | 'serials' | 'some' | 'any';

/** Times, and numbers with a fraction: their digits are nothing else. */
const time = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const fraction = /^[+-]?\d{0,15}\.\d+(?:e[+-]?\d+)?$/i;

/** Two numbers with five decimals or more each: a position. */
const position = /(?:^|[^\d.])-?\d{1,2}\.\d{5,}\s{0,2}[,;/ ]\s{0,2}-?\d{1,3}\.\d{5,}(?![\d.])/;

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** So many digits a number has, with all its groups. */
const minDigits = 11;
const maxDigits = 22;

/**
 * The kind of personal data that a text holds by its own form, whatever key it stands under; null if it holds none.
 * Time is linear in the text, whose length the caller bounds.
 *
 * @param text a reading: escapes and what looks alike are gone
 */
export function findByForm(text: string, numbers: Numbers): PersonalDataKind | null {
  if (holdsEmailAddress(text)) return 'email';
  if (holdsSecret(text)) return 'token';
  return findNumber(text, numbers);
}

function findNumber(whole: string, numbers: Numbers): PersonalDataKind | null {
  const text = whole.includes('-') ? whole.replace(uuids, '') : whole;
  if (!/\d(?:\D{0,8}\d){5}/.test(text) || time.test(text)) return null;
  const number = text.replace(/^(\d+)\.0+$/, '$1');
  if (fraction.test(number)) return null;
  if (position.test(text)) return 'location';
  if (holdsInternationalPhone(text)) return 'phone';
  const canBePhone = numbers === 'any' || numbers === 'some';
  if (canBePhone && holdsNationalPhone(text)) return 'phone';
  if (holdsWrittenDocument(text, numbers === 'serials')) return 'document';
  if ((numbers === 'any' || numbers === 'some') && holdsDottedDocument(text, numbers === 'any')) return 'document';
  const found = findInGroups(number, numbers);
  return found ?? (holdsIban(text) ? 'bank_account' : null);
}

function findInGroups(text: string, numbers: Numbers): PersonalDataKind | null {
  const groups = digitGroups(text);
  // A folder of a URL ends a number.
  const isPath = text.includes('://') || /\/[a-z]/i.test(text);
  for (let first = 0; first < groups.length; first++) {
    const found = findAt(groups, first, isPath, numbers);
    if (found !== null) return found;
  }
  return null;
}

/** More groups than these are no number. */
const maxGroups = 8;

/** Looks at the numbers that begin with a group: it alone, and with those behind it. */
function findAt(
  groups: readonly DigitGroup[],
  first: number,
  isPath: boolean,
  numbers: Numbers,
): PersonalDataKind | null {
  let digits = '';
  const firstGroup = groups[first]?.digits.length ?? 0;
  const end = Math.min(groups.length, first + maxGroups);
  for (let index = first; index < end; index++) {
    const group = groups[index] as DigitGroup;
    if (index > first && (group.separator === null || (isPath && group.separator.includes('/')))) break;
    digits += group.digits;
    if (digits.length > maxDigits) break;
    if (digits.length < minDigits) continue;
    const shape = (): string => shapeOf(groups, first, index);
    if (isCardNumber(digits, firstGroup, shape)) return 'card';
    if (isDocumentNumber(digits, firstGroup, shape)) return 'document';
    if (isAccountNumber(digits)) return 'bank_account';
    if (index === first && (numbers === 'any' || numbers === 'some') && isPhoneWithCountryCode(digits)) return 'phone';
  }
  return null;
}

/** The lengths of groups: `4-4-4-4`. */
function shapeOf(groups: readonly DigitGroup[], first: number, last: number): string {
  return groups
    .slice(first, last + 1)
    .map((group) => group.digits.length)
    .join('-');
}
