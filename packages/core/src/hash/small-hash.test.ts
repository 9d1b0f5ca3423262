import fc from 'fast-check';
import { nodeHash } from './node-hash.js';
import { sha256, sha512 } from './small-hash.js';

describe('the small SHA-256 and SHA-512', () => {
  // Around the ends of blocks: 64 and 128 bytes, less the padding.
  const lengths = [0, 1, 54, 55, 56, 63, 64, 65, 110, 111, 112, 119, 127, 128, 129, 255, 256, 1000];
  it.each(lengths)('are those of Node for %d bytes', (length) => {
    const text = 'a'.repeat(length);
    expect([sha256(text), sha512(text)]).toEqual([nodeHash.sha256(text), nodeHash.sha512(text)]);
  });

  it('are those of Node for any text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect([sha256(text), sha512(text)]).toEqual([nodeHash.sha256(text), nodeHash.sha512(text)]);
      }),
      { numRuns: 300 },
    );
  });
});
