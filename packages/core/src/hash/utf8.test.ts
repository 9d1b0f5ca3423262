import fc from 'fast-check';
import { utf8 } from './utf8.js';

describe('utf8', () => {
  it('agrees with TextEncoder, lone surrogates included', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
    const surrogates = fc.array(fc.integer({ min: 0xd7fe, max: 0xe001 }), { maxLength: 6 });
    const text = fc.oneof(units, surrogates).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (value) => {
        expect(Array.from(utf8(value))).toEqual(Array.from(new TextEncoder().encode(value)));
      }),
      { numRuns: 5000 },
    );
  });
});
