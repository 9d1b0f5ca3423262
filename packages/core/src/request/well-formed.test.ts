import fc from 'fast-check';
import { wellFormed } from './well-formed.js';

describe('wellFormed', () => {
  test.each([
    ['', ''],
    ['abc ñ', 'abc ñ'],
    ['a😀b', 'a😀b'],
    ['\ud83d', '\ufffd'],
    ['a\ude00b', 'a\ufffdb'],
    ['\ude00\ud83d', '\ufffd\ufffd'],
    ['\ud83d\ud83d\ude00', '\ufffd😀'],
  ])('%j becomes %j', (text, expected) => {
    expect(wellFormed(text)).toBe(expected);
  });

  test('is what UTF-8 makes of the text', () => {
    const units = fc.array(fc.constantFrom('\ud83d', '\ude00', 'a', 'ñ'), { maxLength: 8 });
    fc.assert(
      fc.property(units, (parts) => {
        const text = parts.join('');
        expect(wellFormed(text)).toBe(new TextDecoder().decode(new TextEncoder().encode(text)));
      }),
    );
  });
});
