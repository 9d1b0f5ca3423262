import { parsePhoneNumberFromString, type MetadataJson } from 'libphonenumber-js/core';
import { readDialedNumber } from './dialed-number.js';
import { phoneMetadata } from './generated/phone-metadata.js';

/** A national numbering plan. */
interface Plan {
  readonly callingCode: string;
  /** How many digits a person's number has, area code included. */
  readonly lengths: readonly number[];
}

interface Plans {
  readonly metadata: MetadataJson;
  readonly ofCountry: ReadonlyMap<string, Plan>;
  readonly ofCallingCode: ReadonlyMap<string, Plan>;
}

/** They share the country code 1 and the plan of the United States. */
const northAmerica: ReadonlySet<string> = new Set(['CA', 'DO', 'PR']);

/** E.164: at most 15 digits with the country code. Fewer than 7 are no full number anywhere. */
const e164 = /^[1-9]\d{6,14}$/;

/** More digits than any form of a number has, with every prefix. It bounds the work. */
const maxDigits = 24;

let plans: Plans | undefined;

/**
 * A phone number in the form that is hashed: country code, area code without its 0, and number, as digits
 * (`541151190123`). All forms of one person's number give the same digits. Source: Loop's guide on contact data.
 *
 * @param text a phone number with any punctuation. An extension goes.
 * @param country alpha-2, any case: where a number in national form is from.
 * @returns null if it is no phone number, lacks its area code, or is in national form and the country is unknown or
 *   not one where Loop works. An international number of another country is taken as its digits.
 */
export function readPhone(text: string, country: string | null): string | null {
  const dialed = readDialedNumber(text);
  if (dialed === null || dialed.digits.length > maxDigits) return null;
  if (dialed.international) return readInternational(dialed.digits);
  if (country?.length !== 2) return null;
  const code = country.toUpperCase();
  const plan = getPlans().ofCountry.get(northAmerica.has(code) ? 'US' : code);
  return plan === undefined ? null : readFromInside(dialed.digits, plan);
}

/** Parsed at the first phone: most events have none. */
function getPlans(): Plans {
  if (plans !== undefined) return plans;
  const metadata = JSON.parse(phoneMetadata) as MetadataJson;
  const countries = metadata.countries as unknown as Record<string, [string, unknown, unknown, number[]]>;
  const entries = Object.entries(countries).map(([country, [callingCode, , , lengths]]): [string, Plan] => [
    country,
    { callingCode, lengths },
  ]);
  plans = {
    metadata,
    ofCountry: new Map(entries),
    ofCallingCode: new Map(entries.map(([, plan]) => [plan.callingCode, plan])),
  };
  return plans;
}

function readInternational(digits: string): string | null {
  for (let length = 1; length <= 3; length++) {
    const plan = getPlans().ofCallingCode.get(digits.slice(0, length));
    // Who gives the country code means it, so a range that the metadata does not know yet is taken.
    if (plan !== undefined) return readNational(digits.slice(length), plan, false);
  }
  return e164.test(digits) ? digits : null;
}

/** Digits without a sign of a country code: mostly a national number, or else one with the plan's own country code. */
function readFromInside(digits: string, plan: Plan): string | null {
  const { callingCode } = plan;
  // In North America, 011 is what 00 is elsewhere.
  if (callingCode === '1' && digits.startsWith('011')) return readInternational(digits.slice(3));
  const number = readNational(digits, plan, true);
  if (number !== null || !digits.startsWith(callingCode)) return number;
  return readNational(digits.slice(callingCode.length), plan, true);
}

/**
 * @param known whether the number has to be of a range that the metadata knows, not only of the right length.
 * @returns the number with its country code.
 */
function readNational(digits: string, plan: Plan, known: boolean): string | null {
  const { callingCode } = plan;
  const dialed = withoutMobilePrefix(digits, callingCode);
  // The parser takes off trunk prefixes, carrier codes and the Argentine 15.
  const parsed = parsePhoneNumberFromString(`+${callingCode}${dialed}`, { extract: false }, getPlans().metadata);
  if (parsed !== undefined) {
    const number = withoutMobilePrefix(parsed.nationalNumber, callingCode);
    if (isComplete(number, plan) && (!known || parsed.isValid())) return callingCode + number;
  }
  // A trunk 0 that the plan no longer has (Chile, Mexico), or that the parser takes for a carrier code (Colombia).
  return dialed.startsWith('0') ? readNational(dialed.slice(1), plan, known) : null;
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

/**
 * Whether a number has its area code and no trunk 0. Mostly the length tells, but an Argentine mobile without its area
 * code, 15 and eight digits, is as long as a full number: area codes there are 11 and what begins with 2 or 3.
 */
function isComplete(number: string, { callingCode, lengths }: Plan): boolean {
  return lengths.includes(number.length) && (callingCode === '54' ? /^(?:11|[23])/ : /^[1-9]/).test(number);
}
