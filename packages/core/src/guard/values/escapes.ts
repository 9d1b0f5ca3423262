/** HTML's names of the signs that personal data is written with. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  commat: '@',
  period: '.',
  plus: '+',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  num: '#',
  percnt: '%',
  nbsp: ' ',
  lpar: '(',
  rpar: ')',
  colon: ':',
  sol: '/',
  equals: '=',
};

/** The longest entity that is read, from its & to its end. Zeros in front of a number are taken off before. */
const maxEntity = 12;

const backslashed: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  "'": "'",
  '/': '/',
  '\\': '\\',
};

/**
 * A text with every escape read, however often it was escaped and in whatever mixture: percent-encoding (`%2540`), HTML's
 * entities (`&#x40;`, `&amp;#64`), JavaScript's and JSON's (`\u0040`, `\"`). What an escape makes may be part of the next one:
 * the text is gone through once, and what completes an escape at its end becomes its character, so that time is linear.
 */
export function readEscapes(text: string): string {
  const plain = text.replace(/&#(x?)0+(?=[0-9a-f])/gi, '&#$1');
  const out: string[] = [];
  for (let index = 0; index < plain.length; index++) {
    out.push(plain.charAt(index));
    while (completeEscape(out));
  }
  return joinUtf8(
    out.join('').replace(/&#(\d{2,6}(?![\d;])|x[0-9a-f]{2,5}(?![0-9a-f;]))/gi, (_, code: string) => fromEntity(code)),
  );
}

/** The value of a hexadecimal digit; -1 for anything else. */
function hexValue(character: string | undefined): number {
  if (character === undefined) return -1;
  const code = character.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Replaces an escape that ends where the text ends by its character. Returns whether it did. */
function completeEscape(out: string[]): boolean {
  const end = out.length;
  const last = out[end - 1] as string;
  if (last === ';') return completeEntity(out);
  if (out[end - 2] === '\\') {
    const character = Object.prototype.hasOwnProperty.call(backslashed, last) ? backslashed[last] : undefined;
    return character === undefined ? false : replaceEnd(out, 2, character);
  }
  const low = hexValue(last);
  const high = low === -1 ? -1 : hexValue(out[end - 2]);
  if (high === -1) return false;
  const byte = high * 16 + low;
  if (out[end - 3] === '%') return replaceEnd(out, 3, String.fromCharCode(byte));
  if (out[end - 3] === 'x' && out[end - 4] === '\\') return replaceEnd(out, 4, String.fromCharCode(byte));
  if (out[end - 5] !== 'u' || (out[end - 6] !== '\\' && out[end - 6] !== '%')) return false;
  const upper = hexValue(out[end - 4]) * 16 + hexValue(out[end - 3]);
  return upper < 0 ? false : replaceEnd(out, 6, String.fromCharCode(upper * 256 + byte));
}

function completeEntity(out: string[]): boolean {
  let start = out.length - 2;
  const earliest = Math.max(0, out.length - maxEntity);
  while (start >= earliest && out[start] !== '&') start--;
  if (start < earliest) return false;
  const name = out.slice(start + 1, -1).join('');
  const character = name.startsWith('#') ? fromEntity(name.slice(1)) : entities[name.toLowerCase()];
  return character === undefined || character === '' ? false : replaceEnd(out, out.length - start, character);
}

function replaceEnd(out: string[], count: number, character: string): true {
  out.length -= count;
  out.push(character);
  return true;
}

/** The character of `64` or `x40`; nothing for what is no code. */
function fromEntity(code: string): string {
  const value = /^x[0-9a-f]+$/i.test(code) ? parseInt(code.slice(1), 16) : /^\d+$/.test(code) ? Number(code) : NaN;
  return value > 0 && value <= 0xffff ? String.fromCharCode(value) : '';
}

/** Percent-encoding gives bytes; those that are UTF-8 become the character that they are. */
function joinUtf8(text: string): string {
  return text.replace(/[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/g, (bytes) => {
    const [first = 0, second = 0, third = 0] = Array.from(bytes, (byte) => byte.charCodeAt(0));
    const code =
      bytes.length === 2
        ? ((first & 31) << 6) | (second & 63)
        : ((first & 15) << 12) | ((second & 63) << 6) | (third & 63);
    return String.fromCharCode(code);
  });
}
