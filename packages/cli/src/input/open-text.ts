import { Readable } from 'node:stream';

import { errorCode } from '../terminal/error-code.js';
import type { InputSource } from './input-source.js';
import { InputError } from './input-error.js';

/** How far the first piece is looked into to tell whether it is text. */
const sniffBytes = 4096;
/** The longest signature that is looked for. No more is waited for, so that a slow pipe is read as it comes. */
const signatureBytes = 4;

/**
 * Reads a source as bytes of UTF-8 text: gunzipped if it is gzip (told by its
 * first bytes, not by its name), without a byte order mark.
 *
 * @param onBytes is told how many bytes of the source itself were read
 * @throws InputError if the source can't be read, is binary, is not UTF-8, or is
 *   gzip that is damaged or cut off
 */
export async function* openText(source: InputSource, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  const raw = await peek(readRaw(source, onBytes), 2);
  const isGzip = raw.head[0] === 0x1f && raw.head[1] === 0x8b;
  const text = await peek(isGzip ? gunzip(source, raw.all) : raw.all, signatureBytes);
  const markBytes = checkText(source, text.head, isGzip);
  let isFirst = true;
  for await (const chunk of text.all) {
    yield isFirst ? chunk.subarray(markBytes) : chunk;
    isFirst = false;
  }
}

async function* readRaw(source: InputSource, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source.open() as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      onBytes(bytes.length);
      yield bytes;
    }
  } catch (error) {
    throw new InputError(source.name, `can't be read (${errorCode(error)}).`);
  }
}

async function* gunzip(source: InputSource, compressed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const input = Readable.from(compressed, { objectMode: false, highWaterMark: 64 * 1024 });
  // Loaded here, because most files are not packed and each module that loads costs every command.
  const { createGunzip } = await import('node:zlib');
  const output = createGunzip({ chunkSize: 64 * 1024 });
  input.on('error', (error) => output.destroy(error));
  try {
    for await (const chunk of input.pipe(output) as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const what = errorCode(error) === 'Z_BUF_ERROR' ? 'is cut off in the middle' : 'is damaged';
    throw new InputError(
      source.name,
      `is a gzip file that ${what}. What could be unpacked was read; get a whole copy.`,
    );
  } finally {
    input.destroy();
  }
}

/** Returns the length of the byte order mark, in bytes. */
function checkText(source: InputSource, head: Buffer, isGzip: boolean): number {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isUtf16) throw new InputError(source.name, 'is UTF-16 text. Save it as UTF-8 and try again.');
  if (!isGzip && head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    throw new InputError(source.name, 'is a zip archive. Unpack it first; plain JSON and gzip are read.');
  }
  if (head.subarray(0, sniffBytes).includes(0)) {
    throw new InputError(source.name, 'is binary, not text. Events are read from JSON or NDJSON, plain or gzipped.');
  }
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

interface Peeked {
  readonly head: Buffer;
  /** The whole stream, its head included as the first chunk. */
  readonly all: AsyncGenerator<Buffer>;
}

async function peek(stream: AsyncGenerator<Buffer>, wantedBytes: number): Promise<Peeked> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < wantedBytes) {
    const next = await stream.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return { head, all: startingWith(head, stream) };
}

async function* startingWith(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}
