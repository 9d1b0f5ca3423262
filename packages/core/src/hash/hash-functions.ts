/** The two hashes that identifiers are sent as. Each is a pure function. */
export interface HashFunctions {
  /** SHA-256 of the text's UTF-8 bytes, as 64 lower-case hex digits. */
  readonly sha256: (text: string) => string;
  /** SHA-512 of the text's UTF-8 bytes, as 128 lower-case hex digits. */
  readonly sha512: (text: string) => string;
}
