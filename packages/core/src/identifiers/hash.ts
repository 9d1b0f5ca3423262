import { sha256 as a, sha512 as b } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
const enc = (s: string): Uint8Array => Uint8Array.from(unescape(encodeURIComponent(s)), (c) => c.charCodeAt(0));
export const sha256 = (t: string): string => bytesToHex(a(enc(t)));
export const sha512 = (t: string): string => bytesToHex(b(enc(t)));
