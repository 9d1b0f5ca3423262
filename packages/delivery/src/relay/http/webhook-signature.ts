import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `X-Signature` is that of the body: HMAC-SHA1 of the body's bytes, keyed with the shared secret, as hex.
 *
 * Source: Segment's documentation of its Webhooks destination, "Authenticate webhook requests".
 */
export function isSigned(body: Buffer, signature: string | undefined, sharedSecret: string): boolean {
  const given = Buffer.from(/^[0-9a-f]{40}$/i.test(signature ?? '') ? (signature ?? '') : '', 'hex');
  const expected = createHmac('sha1', sharedSecret).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
