import { decodeBody } from './decode-body.js';
import { parseBody } from './parse-body.js';
import { Refusal } from './refusal.js';

const text = '{"event":"Compra única €"}';
const latin = '{"event":"Compra única"}';
const utf16 = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

function read(body: Buffer, contentType?: string): string {
  try {
    return decodeBody(body, contentType).toString('utf8');
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

test.each<[string, Buffer, string | undefined, string]>([
  ['UTF-8', Buffer.from(text), undefined, text],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'application/json', text],
  ['UTF-8 with its mark, whatever the header says', Buffer.from(`\uFEFF${text}`), 'text/plain; charset=latin1', text],
  ['UTF-8 by name', Buffer.from(text), 'application/json; charset="UTF-8"', text],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), undefined, text],
  ['UTF-16 the other way round', utf16(Buffer.from(`\uFEFF${text}`, 'utf16le')), undefined, text],
  ['UTF-16 by name', Buffer.from(text, 'utf16le'), 'application/json; charset=utf-16le', text],
  ['Latin-1 by name', Buffer.from(latin, 'latin1'), 'text/plain;charset=ISO-8859-1', latin],
  ['Latin-1 without a name', Buffer.from(latin, 'latin1'), 'text/plain', 'not_utf8'],
  ['Latin-1 under another name', Buffer.from(latin, 'latin1'), 'text/plain; charset=utf-8', 'not_utf8'],
  ['half a character', Buffer.from(text).subarray(0, 18), undefined, 'not_utf8'],
  ['UTF-16 of an odd length', Buffer.from(text, 'utf16le').subarray(1), 'x; charset=utf-16', 'unreadable_body'],
  ['a charset that nobody knows', Buffer.from(text), 'text/plain; charset=x-klingon', 'unsupported_charset'],
])('%s', (_, body, contentType, expected) => {
  expect(read(body, contentType)).toBe(expected);
});

test('a whole number that a number can not hold keeps its digits as text, and nothing else changes', () => {
  const json = String.raw`{"id": 12345678901234567890, "a":[-9007199254740993,9007199254740991,1234567890123456.5,1e20],
    "text":"id: 12345678901234567890, \"b\":12345678901234567890", "12345678901234567890":1}`;
  expect(parseBody(Buffer.from(json))).toEqual({
    id: '12345678901234567890',
    a: ['-9007199254740993', 9007199254740991, 1234567890123456.5, 1e20],
    text: 'id: 12345678901234567890, "b":12345678901234567890',
    '12345678901234567890': 1,
  });
});

test.each(['', '{', 'undefined', '{"a":1}x', '{"a":01234567890123456789}'])('%j is not JSON', (body) => {
  expect(() => parseBody(Buffer.from(body))).toThrow(new Refusal('unreadable_body'));
});
