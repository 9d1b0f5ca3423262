import { sha256 as sha256Of, sha512 as sha512Of } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { utf8 } from './utf8.js';

/** SHA-256 of the text's UTF-8 bytes, as 64 lower-case hex digits. Pure: it runs where there is no `crypto`. */
export function sha256(text: string): string {
  return bytesToHex(sha256Of(utf8(text)));
}

/** SHA-512 of the text's UTF-8 bytes, as 128 lower-case hex digits. Pure: it runs where there is no `crypto`. */
export function sha512(text: string): string {
  return bytesToHex(sha512Of(utf8(text)));
}
