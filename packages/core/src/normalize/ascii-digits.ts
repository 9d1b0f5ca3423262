/**
 * The zeros of Unicode's decimal digits (general category Nd) that NFKC does not make ASCII; the other nine follow each.
 * The language has `\p{Nd}`, but old Hermes does not. Source: Unicode 16, UnicodeData.txt.
 */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
  0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0,
  0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950,
];

const ascii = /^[\0-\x7f]*$/;

/**
 * A text whose digits, of whatever script, are ASCII digits: `٥٤`, `５４` and `५४` become `54`. What else NFKC makes plain
 * (full-width signs, no-break spaces) is plain too; ASCII text stays as it is.
 */
export function withAsciiDigits(text: string): string {
  if (ascii.test(text)) return text;
  let plain = '';
  for (const character of text.normalize('NFKC')) plain += asciiDigit(character) ?? character;
  return plain;
}

function asciiDigit(character: string): string | null {
  const code = character.codePointAt(0) as number;
  if (code < 0x660) return null;
  const zero = zeros.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? null : String(code - zero);
}
