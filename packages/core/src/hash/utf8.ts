/**
 * The text's UTF-8 bytes, a lone surrogate as U+FFFD, as `TextEncoder` gives them: it is missing where the core has to
 * run, in Hermes and in RudderStack's isolate.
 */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6);
    } else {
      if (code >= 0xd800 && code < 0xe000) {
        // codePointAt gives a pair's code point, and a lone surrogate itself.
        const point = text.codePointAt(index) ?? 0;
        code = point > 0xffff ? point : 0xfffd;
      }
      if (code > 0xffff) {
        index++;
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = 0x80 | ((code >> 12) & 0x3f);
      } else {
        bytes[length++] = 0xe0 | (code >> 12);
      }
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[length++] = 0x80 | (code & 0x3f);
  }
  return bytes.subarray(0, length);
}
