import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Refusal } from './refusal.js';

const unzip = promisify(gunzip);

/**
 * Takes the compression off a body. The mobile SDKs send gzip.
 *
 * @param maxBytes what is longer after that is refused, without being unpacked to its end
 * @throws Refusal
 */
export async function unpackBody(body: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const bytes = await decode(body, encoding?.trim().toLowerCase() ?? 'identity', maxBytes);
  if (bytes.length > maxBytes) throw new Refusal('too_large');
  return bytes;
}

async function decode(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  if (encoding === 'identity' || encoding === '') return body;
  if (encoding !== 'gzip' && encoding !== 'x-gzip') throw new Refusal('unsupported_encoding');
  return unzip(body, { maxOutputLength: maxBytes }).catch((error: unknown) => {
    const isTooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refusal(isTooLong ? 'too_large' : 'unreadable_body');
  });
}

/**
 * Reads JSON of whatever content type: the browser SDKs send it as text/plain, which needs no preflight.
 *
 * @throws Refusal
 */
export function parseBody(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new Refusal('unreadable_body');
  }
}
