/** What the core needs from outside: hashes and the phone parser. Each is a pure function. */
export interface Tools {
  /** SHA-256 of the text's UTF-8 bytes, as 64 lower-case hex digits. */
  readonly sha256: (text: string) => string;
  /** SHA-512 of the text's UTF-8 bytes, as 128 lower-case hex digits. */
  readonly sha512: (text: string) => string;
  /** A phone as digits with its country code, or null if it can't be read. `country` is alpha-2, any case. */
  readonly readPhone: (text: string, country: string | null) => string | null;
}
