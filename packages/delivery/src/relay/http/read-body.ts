import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Hold } from './held-bytes.js';
import { Refusal } from './refusal.js';

const unzip = promisify(gunzip);

/**
 * Reads a body as it came. Its bytes are counted as they come, so a client that announces nothing, or too little, gets
 * no more memory than one that does.
 *
 * @param hold takes what the body holds
 * @throws Refusal
 */
export function readBody(request: IncomingMessage, maxBytes: number, hold: Hold): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const stop = (refusal: Refusal): void => {
      request.off('data', take).off('end', finish).off('close', abort).pause();
      reject(refusal);
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      try {
        if (length > maxBytes) throw new Refusal('too_large');
        hold.add(chunk.length);
      } catch (error) {
        stop(error as Refusal);
        return;
      }
      chunks.push(chunk);
    };
    const finish = (): void => {
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    };
    // The connection is gone, so nobody reads this answer; what was held has to be released all the same.
    const abort = (): void => {
      reject(new Refusal('unreadable_request'));
    };
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      stop(new Refusal('too_large'));
      return;
    }
    request.on('data', take).on('end', finish).on('error', abort).on('close', abort);
  });
}

/** Whether a body has to be unpacked. @throws Refusal for a compression that the relay does not read */
export function isPacked(encoding: string | undefined): boolean {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return false;
  if (name === 'gzip' || name === 'x-gzip') return true;
  throw new Refusal('unsupported_encoding');
}

/**
 * Takes the compression off a body. The mobile SDKs send gzip.
 *
 * @param maxBytes what is longer after that is refused, without being unpacked to its end
 * @throws Refusal
 */
export function unpackBody(body: Buffer, maxBytes: number): Promise<Buffer> {
  return unzip(body, { maxOutputLength: maxBytes }).catch((error: unknown) => {
    const isTooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refusal(isTooLong ? 'too_large' : 'unreadable_body');
  });
}
