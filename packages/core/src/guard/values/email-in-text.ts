/** A domain is not longer. In UTF-16 units. */
const maxDomain = 255;

/** Spaces that people put around the signs of an address. */
const maxSpaces = 3;

/** Words for the @ and the dot, in brackets or between spaces. */
const atInBrackets = /[\s_]{0,3}[([{<]\s{0,3}(?:at|arroba|@)\s{0,3}[)\]}>][\s_]{0,3}/gi;
const dotInBrackets = /\s{0,3}[([{<]\s{0,3}(?:dot|punto|ponto|\.)\s{0,3}[)\]}>]\s{0,3}/gi;
const arroba = /[\s_-]{1,3}arroba[\s_-]{1,3}/gi;
/** `at` is a word, too: only with a `dot` behind it does it stand for the sign. */
const atAndDot = /[\s_-]at[\s_-]([a-z0-9-]{1,63})[\s_-](?:dot|punto|ponto)[\s_-]/gi;
const dotWord = /[\s_-](?:dot|punto|ponto)[\s_-]/gi;

const someWord =
  /arroba|=40|[([{<]\s{0,3}(?:dot|punto|ponto|\.)\s{0,3}[)\]}>]|[([{<]\s{0,3}(?:at|@)\s{0,3}[)\]}>]|[\s_-]at[\s_-]/i;

/**
 * Whether a text holds an e-mail address: a sign or a word for @ with something before it and a domain after it. It is
 * wider than any rule for addresses, on purpose.
 *
 * @param text a reading: escapes and what looks alike are gone
 */
export function holdsEmailAddress(text: string): boolean {
  if (text.includes('@') && hasAddress(text)) return true;
  return someWord.test(text) && hasAddress(withSigns(text));
}

function withSigns(text: string): string {
  const at = text.replace(/=40/g, '@').replace(atInBrackets, '@').replace(arroba, '@').replace(atAndDot, '@$1.');
  return at.includes('@') ? at.replace(dotInBrackets, '.').replace(dotWord, '.') : text;
}

function hasAddress(text: string): boolean {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (isAddress(text, at)) return true;
  }
  return false;
}

/** A letter or a digit of any script, or what ends a local part: a quote. */
function endsLocalPart(unit: number): boolean {
  return isWord(unit) || unit === 34 || unit === 43 || unit === 45 || unit === 46 || unit === 95;
}

function isWord(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit >= 128;
}

function isAddress(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before <= maxSpaces && isSpace(text, before)) before--;
  if (before < 0 || !endsLocalPart(text.charCodeAt(before))) return false;
  let after = at + 1;
  while (after - at <= maxSpaces && isSpace(text, after)) after++;
  if (addressLiteral.test(text.slice(after, after + maxLiteral))) return true;
  if (!isWord(text.charCodeAt(after))) return false;
  const isSpaced = before !== at - 1 || after !== at + 1;
  return startsWithDomain(text.slice(after, after + maxDomain), isSpaced);
}

/** Kinds of spaces are one by now. */
function isSpace(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === 32 || (unit >= 9 && unit <= 13);
}

/** An IP address in brackets in place of a domain: RFC 5321, section 4.1.3. */
const addressLiteral = /^\[(?:\d{1,3}(?:\.\d{1,3}){3}|ipv6:[\da-f:.]+)\]/i;
const maxLiteral = 60;

/** Labels with dots between them; one behind the first begins with letters, as no part of a version does. */
const domain = /^[\w\x80-\uffff-]+(?:\s{0,2}\.\s{0,2}[\w\x80-\uffff-]+)+/;

/** `logo@2x.png` is a file; `you@www.example.com` behind a space is a hint at a site. */
const noDomain = /^(?:\d+x\.|www\.)/i;

function startsWithDomain(text: string, isSpaced: boolean): boolean {
  const [found] = domain.exec(text) ?? [];
  if (found === undefined || noDomain.test(found)) return false;
  // A sentence may end and go on: behind a space, only what stands together counts.
  const labels = found.split('.').map((label) => label.trim());
  const last = labels.slice(1).find((label) => /^[a-z\x80-\uffff]{2}/i.test(label));
  return last !== undefined && (!isSpaced || !/\.\s/.test(found) || /\s\./.test(found));
}
