import { readDialedNumber } from './dialed-number.js';

describe('readDialedNumber', () => {
  it.each([
    ['11 5119-0123', { digits: '1151190123', international: false }],
    ['(011) 5119.0123', { digits: '01151190123', international: false }],
    ['+54 11 5119-0123', { digits: '541151190123', international: true }],
    ['(+54) 11 5119-0123', { digits: '541151190123', international: true }],
    ['0054 11 5119 0123', { digits: '541151190123', international: true }],
    ['(00 54) 11 5119 0123', { digits: '541151190123', international: true }],
    ['+0054 11 5119 0123', { digits: '541151190123', international: true }],
    ['+44 (0)20 7946 0958', { digits: '442079460958', international: true }],
    ['(0) 11 5119 0123', { digits: '01151190123', international: false }],
    ['tel:+54-11-5119-0123', { digits: '541151190123', international: true }],
    [' TEL: 11 5119 0123 ', { digits: '1151190123', international: false }],
    ['+54\u00a011\u20115119\u20130123', { digits: '541151190123', international: true }],
    ['\u202a+54 11 5119-0123\u202c', { digits: '541151190123', international: true }],
    ['\uff0b\uff15\uff14\u3000\uff11\uff11 5119 0123', { digits: '541151190123', international: true }],
    ['415.555.2671 x123', { digits: '4155552671', international: false }],
    ['415 555 2671 ext. 123', { digits: '4155552671', international: false }],
    ['11 5119 0123 (interno 45)', { digits: '1151190123', international: false }],
    ['11 5119 0123 int. 45', { digits: '1151190123', international: false }],
    ['11 5119 0123 extensión 45', { digits: '1151190123', international: false }],
    ['11 3876-5432 ramal: 45', { digits: '1138765432', international: false }],
    ['234 5678 anexo 45', { digits: '2345678', international: false }],
    ['+54 11 5119 0123;ext=7', { digits: '541151190123', international: true }],
    ['11 5119 0123 #7', { digits: '1151190123', international: false }],
    ['1151190123.0', { digits: '1151190123', international: false }],
    ['', { digits: '', international: false }],
    ['---', { digits: '', international: false }],
  ])('%j is %j', (text, expected) => {
    expect(readDialedNumber(text)).toEqual(expected);
  });

  it.each([
    'call me',
    'casa 11 5119 0123',
    '1-800-FLOWERS',
    '+54+11 5119 0123',
    '11 5119 0123+',
    '*611',
    '11 5119 0123, 11 5119 0124',
    'a@b.com',
    '5.41151190123e11',
    `+54 11 5119 0123${' '.repeat(100)}`,
    '+'.repeat(10_000_000),
  ])('%.60j is none', (text) => {
    expect(readDialedNumber(text)).toBeNull();
  });
});
