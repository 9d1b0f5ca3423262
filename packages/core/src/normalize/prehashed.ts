/** A hash that came instead of the identifier itself. */
export interface Prehashed {
  readonly algorithm: 'sha256' | 'sha512';
  /** Lower-case hex. */
  readonly hash: string;
}

/** 128 digits and some padding. It bounds the work on hostile text. In UTF-16 units. */
const maxLength = 512;

/**
 * How the hashes of nothing begin: SHA-256 and SHA-512 of the empty text and of what programs write for nothing: `null`,
 * `undefined`, `none`, `0`, `NULL`, `None`, `nan`, `NaN`, `n/a`, `N/A`, `-`, `false`, `unknown`. Ten digits are enough:
 * one person's hash in a trillion begins like one of them.
 */
const nothing = new Set(
  (
    'e3b0c44298 cf83e1357e 74234e98af 04f8ff2682 eb045d78d2 16a332e891 140bedbf9c ab93a9e95d 5feceb66ff ' +
    '31bca02094 fb32900022 13a7ce3df1 dc937b5989 e39d05b72f 9b2d5b4678 986c3e491f d5b592c05d 441dfabd01 ' +
    'a683c5c534 a4565f3da6 e2f79e5b60 3d6fac2f8b 3973e022e9 7c0b0d99a6 fcbcf16590 719fa67eef b23a6a8439 ' +
    'ba8f0d3937'
  ).split(' '),
);

/**
 * Tells whether an identifier is already a hash, because nothing may be hashed twice.
 *
 * @param text an identifier as it came; it is trimmed, and its letter case does not matter.
 * @returns the hash, if the text is 64 or 128 hex digits (SHA-256, SHA-512); `'weak'`, if it is 32 or 40 (MD5, SHA-1),
 *   which Loop does not take; `'nothing'`, if it is the hash of no value, which would make one person of everybody
 *   without one; null, if it is no hash.
 */
export function normalizePrehashed(text: string): Prehashed | 'weak' | 'nothing' | null {
  if (text.length < 32 || text.length > maxLength) return null;
  const hash = text.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(hash)) return null;
  if (hash.length === 32 || hash.length === 40) return 'weak';
  if (hash.length !== 64 && hash.length !== 128) return null;
  if (nothing.has(hash.slice(0, 10)) || /^0+$/.test(hash)) return 'nothing';
  return { algorithm: hash.length === 64 ? 'sha256' : 'sha512', hash };
}
