import { createHash, timingSafeEqual } from 'node:crypto';

/** The write keys that are accepted, and what each stands for. How long a check takes says nothing about them. */
export class WriteKeys<Meaning> {
  readonly #known: readonly { readonly digest: Buffer; readonly meaning: Meaning }[];

  constructor(meanings: Iterable<readonly [key: string, meaning: Meaning]>) {
    this.#known = [...meanings].map(([key, meaning]) => ({ digest: digest(key), meaning }));
  }

  /**
   * What a key stands for; null if it is none. All are compared, each in full: digests have one length, whatever the
   * keys have.
   */
  find(key: string): Meaning | null {
    const given = digest(key);
    let found: Meaning | null = null;
    for (const known of this.#known) if (timingSafeEqual(given, known.digest)) found = known.meaning;
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
