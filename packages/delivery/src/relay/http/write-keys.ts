import { createHash, timingSafeEqual } from 'node:crypto';

/** The write keys that are accepted. How long a check takes says nothing about them. */
export class WriteKeys {
  readonly #digests: readonly Buffer[];

  constructor(keys: readonly string[]) {
    this.#digests = keys.map(digest);
  }

  /** Whether the key is one of them. All are compared, each in full: digests have one length, whatever the keys have. */
  accept(key: string): boolean {
    const given = digest(key);
    let found = false;
    for (const known of this.#digests) found = timingSafeEqual(given, known) || found;
    return found;
  }
}

/**
 * The user name of a header `Authorization: Basic …` (RFC 7617), which is where Segment's and RudderStack's SDKs put
 * the write key.
 *
 * @returns null if there is no such header, or if it can't be read
 */
export function readBasicUser(header: string | undefined): string | null {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+={0,2}) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return user;
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
