import fc from 'fast-check';
import vectors from '../../vectors/identifiers.json';
import prehashed from '../../vectors/prehashed-email.json';
import { nodeHash } from './node-hash.js';
import { normalizeEmail } from '../normalize/email.js';
import * as builtInHash from './hash.js';
import { normalizeNationalId } from '../normalize/national-id/national-id.js';
import { normalizePhone } from '../normalize/phone.js';
import { normalizePrehashed } from '../normalize/prehashed.js';

const normalizers: Readonly<Record<string, (text: string, country: string | null) => string | null>> = {
  email: normalizeEmail,
  phone: normalizePhone,
  nid: (text) => {
    const normal = normalizeNationalId(text);
    return normal === 'ambiguous' ? null : (normal?.digits ?? null);
  },
};

describe.each([
  ['the built-in hash', builtInHash],
  ["Node's hash", nodeHash],
])('with %s', (_, { sha256, sha512 }) => {
  it.each(vectors)('$kind $input', ({ kind, input, country, normalized, sha256: hash256, sha512: hash512 }) => {
    const normal = normalizers[kind]?.(input, country ?? null);
    const hashes = typeof normal === 'string' ? { sha256: sha256(normal), sha512: sha512(normal) } : {};
    expect({ normalized: normal, ...hashes }).toEqual({ normalized, sha256: hash256, sha512: hash512 });
  });
});

it.each(prehashed)('$input is read as the hash that it is', ({ input, key, value }) => {
  const algorithm = key === 'ml_sh2' ? 'sha256' : 'sha512';
  expect(normalizePrehashed(input)).toEqual(key === null ? 'weak' : { algorithm, hash: value });
});

it('the built-in hash and Node’s agree on any text, lone surrogates included', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), units);
  fc.assert(
    fc.property(text, (value) => {
      expect({ sha256: builtInHash.sha256(value), sha512: builtInHash.sha512(value) }).toEqual({
        sha256: nodeHash.sha256(value),
        sha512: nodeHash.sha512(value),
      });
    }),
    { numRuns: 2000 },
  );
});
