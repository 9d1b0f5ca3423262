/** A hash that came instead of the identifier itself. */
export interface Prehashed {
  readonly algorithm: 'sha256' | 'sha512';
  /** Lower-case hex. */
  readonly hash: string;
}

/** 128 digits and some padding. It bounds the work on hostile text. In UTF-16 units. */
const maxLength = 512;

/**
 * Tells whether an identifier is already a hash, because nothing may be hashed twice.
 *
 * @param text an identifier as it came; it is trimmed, and its letter case does not matter.
 * @returns the hash, if the text is 64 or 128 hex digits (SHA-256, SHA-512); `'weak'`, if it is 32 or 40 (MD5, SHA-1),
 *   which Loop does not take; null, if it is no hash.
 */
export function readPrehashed(text: string): Prehashed | 'weak' | null {
  if (text.length < 32 || text.length > maxLength) return null;
  const hash = text.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(hash)) return null;
  if (hash.length === 64) return { algorithm: 'sha256', hash };
  if (hash.length === 128) return { algorithm: 'sha512', hash };
  return hash.length === 32 || hash.length === 40 ? 'weak' : null;
}
