import { clip, formatCount, layoutWidth, pad, printable, wrap } from './layout.js';

describe('layout', () => {
  it.each([
    [undefined, 100],
    [40, 60],
    [80, 80],
    [200, 100],
  ])('lays out a terminal of %p columns for %p', (columns, width) => {
    expect(layoutWidth(columns)).toBe(width);
  });

  it('takes out what could move the cursor or hide text', () => {
    expect(printable('a\u001b[31mb\r\nc\u202ed\u2028e')).toBe('a [31mb c d e');
  });

  it('counts wide characters as two', () => {
    expect([pad('ñ', 3), pad('東京', 6), clip('東京都', 5), clip('Tienda Ñandú', 8), clip('abc', 3)]).toEqual([
      'ñ  ',
      '東京  ',
      '東京…',
      'Tienda …',
      'abc',
    ]);
  });

  it('wraps at spaces, and breaks what has none', () => {
    expect(wrap('uno dos tres', 8)).toEqual(['uno dos', 'tres']);
    expect(wrap('context.device.advertisingId', 10)).toEqual(['context.de', 'vice.adver', 'tisingId']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('writes numbers as people read them', () => {
    expect(formatCount(1234567)).toBe('1,234,567');
  });
});
