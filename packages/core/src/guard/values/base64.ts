const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The value of each character of base64 and base64url by its code; undefined for all others. */
const valueOf: (number | undefined)[] = [];
for (let value = 0; value < alphabet.length; value++) valueOf[alphabet.charCodeAt(value)] = value;
valueOf[45] = 62;
valueOf[95] = 63;

const at = 64;

/**
 * The bytes that base64 or base64url stands for, written in the language alone: realms without a host have no `atob`.
 *
 * @param from where to start: base64 goes by four characters, and what stands before it may shift it
 */
function decodeBase64(text: string, from: number): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (let index = from; index < text.length; index++) {
    bits = ((bits << 6) | (valueOf[text.charCodeAt(index)] ?? 0)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}

/** What hexadecimal digits stand for, if all of it is printable ASCII: no hash is. */
function decodeHex(token: string): string | null {
  if (token.length % 2 === 1 || !/^(?:[2-7][0-9a-f])+$/i.test(token)) return null;
  return token.replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16)));
}

function isPrintable(byte: number): boolean {
  return byte >= 32 && byte < 127;
}

/** The bytes as characters; what is not printable is a line feed, so that it ends what it follows. */
function printed(bytes: readonly number[]): string {
  return bytes.map((byte) => (isPrintable(byte) ? String.fromCharCode(byte) : '\n')).join('');
}

const tokens = /[A-Za-z0-9+/_-]{12,}/g;

/** A text that was found encoded in another one. */
export interface DecodedText {
  readonly text: string;
  /** All of it is printable; otherwise only an address is worth looking for. */
  readonly isWhole: boolean;
}

/**
 * The texts that a text holds as base64, or as hexadecimal digits. What stands before a token may shift it, so base64 is
 * read four ways.
 */
export function decodedTexts(text: string): DecodedText[] {
  const found: DecodedText[] = [];
  for (const [token] of text.matchAll(tokens)) {
    const ofHex = decodeHex(token);
    if (ofHex !== null) found.push({ text: ofHex, isWhole: true });
    // Base64 of more than a few bytes has letters of both cases.
    if (!/[a-z]/.test(token) || !/[A-Z]/.test(token)) continue;
    for (let shift = 0; shift < 4; shift++) {
      const bytes = decodeBase64(token, shift);
      const isWhole = shift === 0 && bytes.every(isPrintable);
      if (isWhole || bytes.includes(at)) found.push({ text: printed(bytes), isWhole });
    }
  }
  return found;
}
