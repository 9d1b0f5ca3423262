import { isIpAddress } from '../../normalize/ip-format.js';
import type { PersonalDataKind } from '../../codes/codes.js';
import { isPersonsName, isStatus } from '../values/persons-name.js';
import type { Sureness } from './classify-key.js';

/** Answers, however they are written. Under no key but a sensitive one are they a datum. */
const answer = /^(?:true|false|yes|no|y|n|s[ií]|n[aã]o|sim|on|off|ok|null|none|undefined|n\/a|-)$/i;

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}

function hasLetters(text: string): boolean {
  return /[a-z\u00c0-\uffff].*[a-z\u00c0-\uffff]/is.test(text);
}

/** Mixed letters and digits, or very long: what a machine made. A UUID names a session or a thing. */
function isRandom(text: string): boolean {
  if (/\s/.test(text) || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return false;
  return (
    (text.length >= 8 && /\d/.test(text) && /[a-z]/i.test(text) && !/^[\d.]+[a-z]?$/i.test(text)) || text.length >= 24
  );
}

/** Five decimals are a meter; four are the block that a shop's coordinates may say. */
const exact = /-?\d{1,3}[.,]\d{5}/;

interface Rule {
  /** Whether a value under a key that names this kind can be a datum of it. */
  readonly canBe: (text: string) => boolean;
  /** Whether a value under a key that says a fact about this kind is the datum all the same. */
  readonly looksLike: (text: string) => boolean;
}

const phoneLike = (text: string): boolean =>
  countDigits(text) >= 7 && !/[a-z]{3}/i.test(text) && !/^\d+[.,]\d{1,2}$/.test(text);
const never = (): boolean => false;

const rules: Readonly<Record<PersonalDataKind, Rule>> = {
  // What the text itself says is looked for under every key.
  email: { canBe: (text) => hasLetters(text) && text.split(' ').length <= 3, looksLike: never },
  phone: { canBe: (text) => countDigits(text) >= 6 && !/^\d+[.,]\d{1,2}$/.test(text), looksLike: phoneLike },
  name: { canBe: (text) => hasLetters(text) && !isStatus(text), looksLike: isPersonsName },
  address: {
    canBe: (text) => (hasLetters(text) || countDigits(text) >= 3) && !isStatus(text) && !isIpAddress(text),
    looksLike: (text) => /[a-z\u00c0-\uffff]{4,}\.? [^a-z]{0,3}\d{2,5}(?!\d)/i.test(text) && !/^[\w-]+ \d$/.test(text),
  },
  postal_code: {
    canBe: (text) => /\d/.test(text) && text.length > 1 && text.length <= 12,
    looksLike: (text) => /^(?:[a-z]\d{4}(?:[a-z]{3})?|\d{5}(?:-\d{3,4})?)$/i.test(text),
  },
  location: { canBe: (text) => exact.test(text), looksLike: (text) => exact.test(text) },
  document: {
    canBe: (text) => countDigits(text) >= 5 && !/\.[a-z]{2,4}$/i.test(text) && !/[a-z]{4,}[\s_-]?\d{4}\D?$/i.test(text),
    looksLike: (text) => /^[a-z]{0,3}[\s-]?\d(?:[.\s/-]?\d){6,13}-?[\da-z]?$/i.test(text),
  },
  plate: {
    canBe: (text) => countDigits(text) >= 3 && text.length <= 12,
    looksLike: (text) => /^[a-z]{2,3}[\s-]?\d{3,4}(?:[\s-]?[a-z]{2})?$/i.test(text),
  },
  birth_date: {
    canBe: (text) => countDigits(text) >= 2,
    looksLike: (text) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text) || /^(?:19|20)\d{6}$/.test(text),
  },
  password: { canBe: (text) => text !== '', looksLike: isRandom },
  token: { canBe: (text) => text.length >= 6, looksLike: isRandom },
  card: { canBe: (text) => countDigits(text) >= 3, looksLike: (text) => countDigits(text) >= 12 },
  bank_account: {
    canBe: (text) => countDigits(text) >= 5 || /^[\w-]+(?:\.[\w-]+)+$/.test(text),
    looksLike: (text) => countDigits(text) >= 10,
  },
  ip: { canBe: isAnyIp, looksLike: isAnyIp },
  device_id: {
    canBe: (text) => text.length >= 5 && /\d/.test(text),
    looksLike: (text) =>
      /^(?:\d{15,19}|(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|[0-9a-f]{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(
        text,
      ),
  },
  device_name: { canBe: hasLetters, looksLike: (text) => /(?:^|\s)(?:de|do|da|of)\s+[A-Z]/.test(text) },
  // Health of 85 is a game's.
  sensitive: { canBe: (text) => text !== '', looksLike: (text) => /[^\d.,-]/.test(text) },
  user_id: { canBe: (text) => text !== '', looksLike: never },
  identifier: { canBe: never, looksLike: never },
};

function isAnyIp(text: string): boolean {
  return isIpAddress(text) || text.split(/[\s,]+/).some(isIpAddress);
}

/** Under a role's name, a single word in small letters says what somebody is: `driver: 'nvidia'`, `guest: 'adult'`. */
function isPersonOrName(text: string): boolean {
  if (!hasLetters(text) || isStatus(text) || /[\d/\\_@:]/.test(text)) return false;
  return text !== text.toLowerCase() || /\s/.test(text.trim());
}

/**
 * Whether a value under a key that names a kind of personal data is held back for it.
 *
 * @param text the value, escapes read
 */
export function isNamedDatum(kind: PersonalDataKind, sureness: Sureness, text: string): boolean {
  if (answer.test(text) && (kind !== 'sensitive' || sureness !== 'named')) return false;
  switch (sureness) {
    case 'named':
      return rules[kind].canBe(text);
    case 'fact':
      return rules[kind].looksLike(text);
    case 'person':
      return isPersonOrName(text);
  }
}
