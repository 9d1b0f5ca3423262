/** A plus, then digits with the marks that people put between them. */
const plus = /\+[\s(]{0,3}([1-9](?:[\s().+,/_-]{0,4}\d){7,14})/g;

/** 00 for the plus, as most of the world dials it. */
const zeros = /(?:^|[^\d.,])00[\s().+/_-]{0,4}([1-9](?:[\s().+/_-]{0,4}\d){8,14})/g;

/** A phone that a link or a word names: `tel:…`, `wa.me/…`, `WhatsApp 11 …`, `…@s.whatsapp.net`. */
const named =
  /(?:(?:^|[^a-z])(?:tel|tels|tel[eé]fono|telefone|phone|cel|celular|m[oó]vil|fone|whatsapp|wsp|wpp|sms|callto|call me)[^a-z0-9]{0,3}(?:es|is|é|n[o°º]|nro|num)?[^a-z0-9]{0,4}|wa\.me\/)\d(?:[\s().-]{0,3}\d){6}|\d{8,15}@(?:s\.whatsapp\.net|c\.us)/i;

/**
 * National forms that are nothing else: an area code in parentheses, a trunk 0 or the Argentine 15 before groups, eight or
 * nine digits in two groups behind an area, the North American 3-3-4.
 */
const national =
  /(?:^|[^\d.,/#-])(?:\(0?\d{2,4}\)[\s-]{0,2}(?:15[\s-]?)?\d{3,5}[\s.-]?\d{3,4}|0\d{1,4}[\s-](?:15[\s-]?)?\d{3,5}[\s-]\d{4}|0?\d{2,4}[\s-]15[\s-]?\d{3,4}[\s-]?\d{4}|15[\s-]\d{4}[\s-]\d{4}|\d{2} (?!(?:19|20)\d{2}-)9?\d{4}-\d{4}|\d{2} 9\d{4} \d{4}|[2-9]\d{2}[\s.-][2-9]\d{2}[\s.-]\d{4}|[6-9]\d{2}(?: \d{2}){3})(?![\d/-]|[.,]\d)/;

/** Digits alone with a country code, where a plan leaves no doubt: mobiles of Latin America, Argentina's landlines. */
const withCountryCode =
  /^(?:54(?:9?(?:11|[23]\d)\d{8})|55(?:[1-9]\d)9\d{8}|521?[1-9]\d{9}|569[2-9]\d{7}|573\d{9}|519\d{8}|5989\d{7}|59[35]9\d{8})$/;

/** +12.345.678 and +1,234,567.89 are amounts. */
const amount = /^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?$/;

/** Whether a text holds a phone with its country code and a sign of it, or one that the text names. */
export function holdsInternationalPhone(text: string): boolean {
  for (const [, number = ''] of text.matchAll(plus)) if (isComplete(number)) return true;
  for (const [, number = ''] of text.matchAll(zeros)) if (isComplete(number)) return true;
  return named.test(text);
}

function isComplete(number: string): boolean {
  const digits = number.replace(/\D/g, '');
  if (amount.test(number)) return false;
  // Numbers of the North American plan have eleven digits with its 1; no other complete number has fewer than nine.
  return digits.startsWith('1') ? digits.length >= 11 : digits.length >= 9;
}

/** Whether a text holds a phone in a national form that is nothing else. */
export function holdsNationalPhone(text: string): boolean {
  return national.test(text);
}

/** Whether a run of digits is a phone with its country code, but without a plus. */
export function isPhoneWithCountryCode(digits: string): boolean {
  return digits.length >= 11 && digits.length <= 13 && withCountryCode.test(digits);
}
