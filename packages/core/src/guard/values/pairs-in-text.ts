/** A key and its value inside a text. */
export interface TextPair {
  readonly key: string;
  readonly value: string;
}

const maxKey = 64;
const maxValue = 512;

/** So many are looked at; a text of a URL's length holds few. */
const maxPairs = 400;

const keyBeforeEquals = /(?:^|[?&;#\s,"'])([^=&?#;\s,"']{1,64})$/;
const valueAfterEquals = /^"?[^&;\s"#]{1,512}/;

/** The pairs of a query, a fragment, a form or a cookie: `?name=Juan&plan=gold`, `#/form?nombre=Juan`. */
export function queryPairs(text: string): TextPair[] {
  const pairs: TextPair[] = [];
  for (let at = text.indexOf('='); at !== -1 && pairs.length < maxPairs; at = text.indexOf('=', at + 1)) {
    if (text.charAt(at + 1) === '=') continue;
    const [, key] = keyBeforeEquals.exec(text.slice(Math.max(0, at - maxKey - 1), at)) ?? [];
    if (key === undefined) continue;
    const [value = ''] = valueAfterEquals.exec(text.slice(at + 1, at + 1 + maxValue)) ?? [];
    pairs.push({ key, value: value.replace(/^"/, '').replace(/\+/g, ' ') });
  }
  return pairs;
}

const keyInQuotes = /["']([^"'\\]{1,64})\\?["']\s{0,4}$/;
const valueOfKey = /^[\s[{]{0,8}(?:\\?["']([^"'\\]{1,512})|([\w.+-]{1,64}))/;

/** The pairs of JSON, or of what was JSON before it was cut: keys in quotes. A list gives its first value. */
export function quotedPairs(text: string): TextPair[] {
  const pairs: TextPair[] = [];
  for (let at = text.indexOf(':'); at !== -1 && pairs.length < maxPairs; at = text.indexOf(':', at + 1)) {
    if (!endsKey(text.charCodeAt(at - 1))) continue;
    const [, key] = keyInQuotes.exec(text.slice(Math.max(0, at - maxKey - 8), at)) ?? [];
    if (key === undefined) continue;
    const [, quoted, plain = ''] = valueOfKey.exec(text.slice(at + 1, at + 1 + maxValue)) ?? [];
    pairs.push({ key, value: quoted ?? plain });
  }
  return pairs;
}

const wordsBeforeColon = /(?:^|[\s,;{(>])((?:[a-z\u00c0-\u024f_.-]{2,24} ){0,2}[a-z\u00c0-\u024f_.-]{2,24})$/i;
const valueAfterColon = /^\s{0,2}([^\s,;][^,;\n]{1,80})/;

/** What a text says with a colon: `password: hunter2`, `Nombre: Juan Pérez`. */
export function colonPairs(text: string): TextPair[] {
  const pairs: TextPair[] = [];
  for (let at = text.indexOf(':'); at !== -1 && pairs.length < maxPairs; at = text.indexOf(':', at + 1)) {
    if (!isLetter(text.charCodeAt(at - 1))) continue;
    const [, key] = wordsBeforeColon.exec(text.slice(Math.max(0, at - maxKey), at)) ?? [];
    const [, value] = valueAfterColon.exec(text.slice(at + 1, at + 100)) ?? [];
    if (key !== undefined && value !== undefined) pairs.push({ key, value });
  }
  return pairs;
}

const element = /<([\w:.-]{1,64})(?:\s[^<>]{0,200})?>([^<>]{1,512})<\//g;

/** The elements of XML or HTML that hold text alone. */
export function elementPairs(text: string): TextPair[] {
  const pairs: TextPair[] = [];
  for (const [, key = '', value = ''] of text.matchAll(element)) pairs.push({ key, value });
  return pairs;
}

/** A quote, or a space behind one. */
function endsKey(unit: number): boolean {
  return unit === 34 || unit === 39 || unit === 32;
}

function isLetter(unit: number): boolean {
  return ((unit | 32) >= 97 && (unit | 32) <= 122) || unit >= 0xc0;
}
