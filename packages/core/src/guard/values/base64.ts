const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The value of each character of base64 and base64url by its code; undefined for all others. */
const valueOf: (number | undefined)[] = [];
for (let value = 0; value < alphabet.length; value++) valueOf[alphabet.charCodeAt(value)] = value;
valueOf[45] = 62;
valueOf[95] = 63;

/**
 * What base64 or base64url stands for, written in the language alone: realms without a host have no `atob`.
 *
 * @param from where to start: base64 goes by four characters, and what stands before it may shift it
 * @returns the bytes as characters; those that are not printable ASCII are a line feed, so that they end what they follow
 */
function decodeBase64(text: string, from = 0): string {
  let out = '';
  let bits = 0;
  let count = 0;
  for (let index = from; index < text.length; index++) {
    const value = valueOf[text.charCodeAt(index)];
    if (value === undefined) break;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    const byte = (bits >> count) & 0xff;
    out += byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '\n';
  }
  return out;
}

const tokens = /[A-Za-z0-9+/_-]{12,}/g;

/** What hexadecimal digits stand for, if all of it is printable ASCII: no hash is. */
function decodeHex(token: string): string | null {
  if (token.length % 2 === 1 || !/^(?:[2-7][0-9a-f])+$/i.test(token)) return null;
  return token.replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16)));
}

/**
 * The texts that a text holds as base64, or as hexadecimal digits. What stands before a token may shift it, so each token is read four ways;
 * of those that are not printable throughout, what is printable may still hold an address, and is returned with line
 * feeds for the rest.
 */
export function base64Texts(text: string): { readonly text: string; readonly isWhole: boolean }[] {
  const found: { text: string; isWhole: boolean }[] = [];
  for (const [token] of text.matchAll(tokens)) {
    const bytes = decodeHex(token);
    if (bytes !== null) found.push({ text: bytes, isWhole: true });
    // Base64 of more than a few bytes has both.
    if (!/[a-z]/.test(token) || !/[A-Z]/.test(token)) continue;
    for (let shift = 0; shift < 4; shift++) {
      const decoded = decodeBase64(token, shift);
      const isWhole = shift === 0 && !decoded.includes('\n');
      if (isWhole || decoded.includes('@')) found.push({ text: decoded, isWhole });
    }
  }
  return found;
}
