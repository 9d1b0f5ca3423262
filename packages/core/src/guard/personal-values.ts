import { holdsCardNumber } from './card-number.js';
import { holdsDocumentNumber } from './document-number.js';
import { namesPersonalData } from './personal-keys.js';

export type PersonalData = 'email' | 'phone' | 'card' | 'document' | 'named';

/** Fewer digits make no phone, card or document. */
const minDigits = 6;

/** Something before an @, and a domain with a dot after it: wider than any rule of addresses, on purpose. */
const emailAddress = /[^\s@]@[^\s@.]+\.[^\s@.]/;

/** A plus or the prefix 00, then 8 to 15 digits with the marks that people put between them. */
const internationalPhone =
  /\+[\s(]{0,3}[1-9](?:[\s().+/_-]{0,4}\d){7,14}|(?:^|[^\d.,])00[\s().+/_-]{0,4}[1-9](?:[\s().+/_-]{0,4}\d){9,14}/;

/** A phone that a link names: tel:…, sms:…, wa.me/… */
const linkedPhone = /(?:tel:|callto:|sms:|wa\.me\/)[+\s]{0,3}\d(?:[\s().-]{0,4}\d){6}/i;

/** Keys in the query of a URL, or in JSON that was put into a text. */
const queryPairs = /[?&;#]([^=&?#;\s]{1,64})=[^&#;\s]/g;
const jsonPairs = /["']([^"'\\]{1,64})\\?["']\s{0,4}:(?=[\s[{]{0,8}(?:\\?["'][^"'\\]|\d))/g;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The first kind of personal data found in a text, null if there is none: an e-mail address, an international
 * phone, a card number, a document, or a named value in a URL's query or in JSON. Percent-encoded text and HTML's
 * entities are read decoded too, and Unicode's other forms of digits and signs as the plain ones.
 * Time is linear in the text, whose length the caller bounds.
 */
export function findPersonalData(text: string): PersonalData | null {
  if (isHarmless(text) || uuid.test(text)) return null;
  return findInEveryReading(text, findIn);
}

/** Whether a text holds an e-mail address: the one kind that no setting lets through. */
export function holdsEmail(text: string): boolean {
  if (isHarmless(text)) return false;
  return findInEveryReading(text, (reading) => (emailAddress.test(reading) ? 'email' : null)) !== null;
}

/**
 * Whether a text has nothing that any form of personal data needs: an @, an escape, a named value, several digits,
 * letters beyond ASCII. Most values leave here, so it is a plain loop, which is faster than a regular expression.
 */
function isHarmless(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 48 && unit <= 57) {
      if (++digits === minDigits) return false;
    } else if (unit >= 128 || unit === 64 || (unit >= 37 && unit <= 39) || unit === 61 || unit === 92 || unit === 34) {
      // The signs are @, %, &, the apostrophe, =, backslash and the double quote.
      return false;
    }
  }
  return true;
}

/** Looks into a text as it is and percent-decoded up to three times: a URL in a parameter of a URL in a parameter. */
function findInEveryReading(text: string, find: (reading: string) => PersonalData | null): PersonalData | null {
  let reading = simplify(text);
  let found = find(reading);
  for (let round = 0; round < 3 && found === null && reading.includes('%'); round++) {
    reading = percentDecode(reading);
    found = find(reading);
  }
  return found;
}

function findIn(text: string): PersonalData | null {
  if (emailAddress.test(text)) return 'email';
  if (internationalPhone.test(text) || linkedPhone.test(text)) return 'phone';
  if (holdsCardNumber(text)) return 'card';
  if (holdsDocumentNumber(text)) return 'document';
  return namesValue(text, queryPairs) || namesValue(text, jsonPairs) ? 'named' : null;
}

function namesValue(text: string, pairs: RegExp): boolean {
  for (const [, key = ''] of text.matchAll(pairs)) if (namesPersonalData(key)) return true;
  return false;
}

/** HTML's names of the signs that personal data is written with. */
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&commat;': '@',
  '&period;': '.',
  '&plus;': '+',
  '&quot;': '"',
};

/** One form for what looks alike: full-width signs and digits, kinds of dashes and spaces, invisible characters. */
function simplify(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u3002/g, '.')
    .replace(/\\u00([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#0{0,6}(\d{2,3});?/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&#x0{0,6}([0-9a-f]{2});?/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&(?:commat|plus|quot|period|amp);/gi, (name) => entities[name.toLowerCase()] ?? name)
    .trim();
}

/** Decodes ASCII alone, and never fails: what personal data is made of is ASCII, and half an escape stays as it is. */
function percentDecode(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
