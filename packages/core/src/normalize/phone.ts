import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { parserMetadata, planOfCountry, planOfDigits, type Plan } from './phone-plans.js';
import { readDialedNumber, type DialedNumber } from './dialed-number.js';

/** More digits than any form of a number has, with every prefix. It bounds the work. */
const maxDigits = 24;

/**
 * How many digits a number with its country code has at least, if nothing says that it has one: shorter ones are local
 * numbers, which would meet somebody else's abroad (`5002-3456` of Buenos Aires is +500 23456 of the Falklands). Where
 * national forms are not read, the plan's pattern takes nearly any digits: there, a number has two digits more than the
 * longest one at home, or each second number of Colombia with a digit too many would be somebody's in Asia.
 */
const minUnmarkedDigits = { ofListedPlan: 10, ofOtherPlan: 12, ofOtherPlanInBrazil: 13, withoutCountry: 12 };

/**
 * Complete numbers of Cuba and Paraguay may be as short as local ones without their area code: without a trunk 0 before
 * them, digits do not tell which they are.
 */
const minBareDigits: Readonly<Record<string, number>> = { '53': 8, '595': 8 };

/**
 * A phone number in the form that is hashed: country code, area code without its 0, and number, as digits
 * (`541151190123`). All forms of one person's number give the same digits. Source: Loop's guide on contact data; the
 * plans are those of libphonenumber.
 *
 * @param text a phone number with any punctuation, in any script, as a link or an ID of WhatsApp, or with words around
 *   it. An extension goes.
 * @param country alpha-2, any case: the person's own country, where a number in national form is from.
 * @returns null if it is no phone number, lacks its area code, is of no known plan or one digit repeated, or is in
 *   national form and the country is unknown or not in the list of the docs. What is no number of the country, but a
 *   complete number with its country code, is taken as that.
 *
 * @example normalizePhone('011 15-5119-0123', 'ar') // '541151190123'
 * @example normalizePhone('5511987654321', 'ar') // '5511987654321': a Brazilian in Argentina
 */
export function normalizePhone(text: string, country: string | null): string | null {
  const dialed = readDialedNumber(text);
  if (dialed === null || dialed.digits.length > maxDigits) return null;
  const home = country?.length === 2 ? planOfCountry(country) : undefined;
  const number = dialed.international
    ? readInternational(dialed.digits.replace(/^00/, ''))
    : readUnmarked(dialed, home ?? null);
  return number === null || isOneDigit(number) ? null : number;
}

/** `1111111111` and `11 1111-1111` are typed to get past a form, and would make one person of everybody who does. */
function isOneDigit(number: string): boolean {
  return /(\d)\1{7}$/.test(number) || /^(\d)\1*$/.test(number);
}

/** Digits without a plus sign: a national number, or one with its country code and perhaps what is dialed before it. */
function readUnmarked(dialed: DialedNumber, home: Plan | null): string | null {
  const { digits } = dialed;
  if (digits.startsWith('00')) return readDialedAbroad(dialed, home);
  if (home === null) return digits.length >= minUnmarkedDigits.withoutCountry ? readComplete(digits, null) : null;
  const isWhole = digits.startsWith('0') || digits.length >= (minBareDigits[home.callingCode] ?? 0);
  const national = isWhole ? readNational(digits, home) : null;
  return (
    national ??
    (digits.startsWith(home.callingCode) ? readNational(digits.slice(home.callingCode.length), home) : null) ??
    (home.exit?.test(digits) === true ? readDialedAbroad(dialed, home) : null) ??
    readComplete(digits, home)
  );
}

/** With 00, or what the country has instead: 011 in North America; 005, 007 and 009 of Colombia's carriers. */
function readDialedAbroad({ digits, firstGroup }: DialedNumber, home: Plan | null): string | null {
  const exit = home?.exit?.exec(digits)?.[0] ?? '00';
  const exits = exit === firstGroup ? [exit, '00'] : ['00', exit];
  for (const prefix of exits) {
    const number = digits.startsWith(prefix) ? readInternational(digits.slice(prefix.length)) : null;
    if (number !== null) return number;
  }
  return null;
}

/** Digits that begin with a country code. */
function readInternational(digits: string): string | null {
  const plan = planOfDigits(digits);
  return plan === undefined ? null : readNational(digits.slice(plan.callingCode.length), plan);
}

/** Digits that begin with a country code although nothing says so, and have no trunk prefix behind it. */
function readComplete(digits: string, home: Plan | null): string | null {
  const plan = planOfDigits(digits);
  if (plan === undefined) return null;
  const number = digits.slice(plan.callingCode.length);
  if (plan.isListed) {
    return digits.length >= minUnmarkedDigits.ofListedPlan && !number.startsWith('0')
      ? readNational(number, plan)
      : null;
  }
  if (home === null) return null;
  const { ofOtherPlan, ofOtherPlanInBrazil } = minUnmarkedDigits;
  const minDigits = home.callingCode === '55' ? ofOtherPlanInBrazil : ofOtherPlan;
  return digits.length >= minDigits && plan.numbers.test(number) ? digits : null;
}

/** @returns the number with its country code, if its plan knows it. */
function readNational(digits: string, plan: Plan): string | null {
  const number = plan.isListed ? readListed(digits, plan) : withoutTrunk(digits, plan);
  return number === null ? null : plan.callingCode + number;
}

/** A trunk prefix behind the country code goes, but where numbers begin with it (Italy, Côte d'Ivoire). */
function withoutTrunk(digits: string, { numbers, trunk }: Plan): string | null {
  if (numbers.test(digits)) return digits;
  for (const prefix of [trunk, '0']) {
    const number = digits.slice(prefix.length);
    if (digits.startsWith(prefix) && numbers.test(number)) return number;
  }
  return null;
}

function readListed(digits: string, plan: Plan): string | null {
  const { callingCode } = plan;
  const dialed = withoutMobilePrefix(digits, callingCode);
  // The parser takes off trunk prefixes, carrier codes and the Argentine 15.
  const parsed = parsePhoneNumberFromString(`+${callingCode}${dialed}`, { extract: false }, parserMetadata());
  if (parsed?.isValid() === true) {
    const number = withNinthDigit(withoutMobilePrefix(parsed.nationalNumber, callingCode), callingCode);
    if (isPersonal(number, plan)) return number;
  }
  // A trunk 0 that the plan no longer has (Chile, Mexico), or that the parser takes for a carrier code (Colombia).
  return dialed.startsWith('0') ? readListed(dialed.slice(1), plan) : null;
}

/**
 * Takes off what only says that a number is a mobile: it is neither area code nor number, and not everybody writes it.
 * Argentina: 9 after the country code. Mexico, until 2019: 1 after the country code; 01, 044 and 045 at home.
 */
function withoutMobilePrefix(digits: string, callingCode: string): string {
  if (callingCode === '54') return digits.replace(/^0?9(?=\d{10})/, '');
  if (callingCode === '52') return digits.replace(/^(?:0?1|04[45])(?=\d{10}$)/, '');
  return digits;
}

/** Brazil's mobiles got a ninth digit, a 9 in front, from 2012 to 2016; the first of the eight was 6 to 9. */
function withNinthDigit(number: string, callingCode: string): string {
  return callingCode === '55' ? number.replace(/^(\d\d)([6-9]\d{7})$/, '$19$2') : number;
}

/** Whether a number is complete and of a range that the plan gives to persons. */
function isPersonal(number: string, { callingCode, numbers }: Plan): boolean {
  // In Brazil the third digit tells: 9 and ten more are a mobile, 2 to 5 a landline.
  if (callingCode === '55' && !/^\d\d(?:9\d{8}|[2-5]\d{7})$/.test(number)) return false;
  return numbers.test(number);
}
