import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { HeldBytes } from './held-bytes.js';
import { isPacked, readBody, unpackBody } from './read-body.js';
import { Refusal } from './refusal.js';

const bytes = Buffer.from('{"event":"Compra única"}');

async function codeOf(work: () => unknown): Promise<string> {
  try {
    return String(await work());
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('readBody', () => {
  function read(chunks: readonly Buffer[], maxBytes: number, held: HeldBytes, headers = {}): Promise<string> {
    const request = new IncomingMessage(new Socket());
    Object.assign(request.headers, headers);
    for (const chunk of chunks) request.push(chunk);
    request.push(null);
    return codeOf(() => readBody(request, maxBytes, held.open()));
  }

  test.each<[string, Buffer[], number, object, string, number]>([
    ['one piece', [bytes], 1000, {}, bytes.toString(), bytes.length],
    ['several', [bytes.subarray(0, 9), bytes.subarray(9)], 1000, {}, bytes.toString(), bytes.length],
    ['none', [], 1000, {}, '', 0],
    ['as long as it may be', [bytes], bytes.length, {}, bytes.toString(), bytes.length],
    ['one byte too long', [bytes], bytes.length - 1, {}, 'too_large', 0],
    ['too long by its own account: nothing of it is read', [bytes], 10, { 'content-length': '11' }, 'too_large', 0],
    ['more than all may hold', [Buffer.alloc(60), Buffer.alloc(60)], 1000, {}, 'busy', 60],
  ])('%s', async (_, chunks, maxBytes, headers, expected, total) => {
    const held = new HeldBytes(100);
    expect([await read(chunks, maxBytes, held, headers), held.total]).toEqual([expected, total]);
  });

  test('a connection that is gone', async () => {
    const request = new IncomingMessage(new Socket());
    const body = codeOf(() => readBody(request, 100, new HeldBytes(100).open()));
    request.push(bytes);
    request.destroy();
    expect(await body).toBe('unreadable_request');
  });
});

test.each([
  [undefined, false],
  ['', false],
  ['identity', false],
  ['gzip', true],
  [' GZIP', true],
])('%j is packed: %j', (encoding, expected) => {
  expect(isPacked(encoding)).toBe(expected);
});

test('another compression is refused', async () => {
  expect(await codeOf(() => isPacked('br'))).toBe('unsupported_encoding');
});

test.each([
  ['gzip', gzipSync(bytes), 1000, bytes.toString()],
  ['exactly as long as it may be', gzipSync(bytes), bytes.length, bytes.toString()],
  ['one byte too long after gzip', gzipSync(bytes), bytes.length - 1, 'too_large'],
  ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000)), 500_000, 'too_large'],
  ['no gzip', bytes, 1000, 'unreadable_body'],
  ['half a gzip', gzipSync(bytes).subarray(0, 15), 1000, 'unreadable_body'],
])('unpacks %s', async (_, body, maxBytes, expected) => {
  expect(await codeOf(() => unpackBody(body, maxBytes))).toBe(expected);
});
