import { gzipSync } from 'node:zlib';
import { parseBody, unpackBody } from './read-body.js';
import { Refusal } from './refusal.js';

const bytes = Buffer.from('{"event":"Compra única"}');

async function unpacked(body: Buffer, encoding: string | undefined, maxBytes: number): Promise<string> {
  return unpackBody(body, encoding, maxBytes).then(
    (result) => result.toString(),
    (error: unknown) => (error instanceof Refusal ? error.code : 'another error'),
  );
}

test.each([
  ['as it is', bytes, undefined, 1000, bytes.toString()],
  ['identity', bytes, 'identity', 1000, bytes.toString()],
  ['gzip', gzipSync(bytes), 'gzip', 1000, bytes.toString()],
  ['GZIP', gzipSync(bytes), ' GZIP', 1000, bytes.toString()],
  ['exactly as long as it may be', bytes, undefined, bytes.length, bytes.toString()],
  ['one byte too long', bytes, undefined, bytes.length - 1, 'too_large'],
  ['one byte too long after gzip', gzipSync(bytes), 'gzip', bytes.length - 1, 'too_large'],
  ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000)), 'gzip', 500_000, 'too_large'],
  ['no gzip', bytes, 'gzip', 1000, 'unreadable_body'],
  ['half a gzip', gzipSync(bytes).subarray(0, 15), 'gzip', 1000, 'unreadable_body'],
  ['another compression', bytes, 'br', 1000, 'unsupported_encoding'],
])('%s', async (_, body, encoding, maxBytes, expected) => {
  expect(await unpacked(body, encoding, maxBytes)).toBe(expected);
});

test('JSON is read as UTF-8', () => {
  expect(parseBody(bytes)).toEqual({ event: 'Compra única' });
});

test.each(['', '{', 'undefined', '{"a":1}x'])('%j is not JSON', (text) => {
  expect(() => parseBody(Buffer.from(text))).toThrow(new Refusal('unreadable_body'));
});
