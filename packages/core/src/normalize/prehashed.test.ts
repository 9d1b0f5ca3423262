import { createHash } from 'node:crypto';
import { normalizePrehashed } from './prehashed.js';

describe('normalizePrehashed', () => {
  it.each([
    ['a'.repeat(64), { algorithm: 'sha256', hash: 'a'.repeat(64) }],
    [` ${'aB0'.repeat(21)}F\n`, { algorithm: 'sha256', hash: `${'ab0'.repeat(21)}f` }],
    ['9F'.repeat(64), { algorithm: 'sha512', hash: '9f'.repeat(64) }],
    ['d41d8cd98f00b204e9800998ecf8427e', 'weak'],
    ['DA39A3EE5E6B4B0D3255BFEF95601890AFD80709', 'weak'],
  ])('%j is %j', (text, expected) => {
    expect(normalizePrehashed(text)).toEqual(expected);
  });

  it.each([
    '',
    'example@example.com',
    '541151190123',
    'a'.repeat(63),
    'a'.repeat(65),
    'g'.repeat(64),
    `${'a'.repeat(63)} a`,
    `x${'a'.repeat(64)}`,
    `sha256:${'a'.repeat(64)}`,
    'a'.repeat(10_000_000),
  ])('%.80j is none', (text) => {
    expect(normalizePrehashed(text)).toBeNull();
  });

  it.each([
    ...['', 'null', 'undefined', 'none', '0'],
    ...['NULL', 'None', 'nan', 'NaN', 'n/a', 'N/A', '-', 'false', 'unknown'],
  ])('the hash of %j is the hash of nothing', (text) => {
    for (const algorithm of ['sha256', 'sha512']) {
      const hash = createHash(algorithm).update(text).digest('hex');
      expect([normalizePrehashed(hash), normalizePrehashed(` ${hash.toUpperCase()}\n`)]).toEqual([
        'nothing',
        'nothing',
      ]);
    }
  });

  it('takes zeros for no hash of anything', () => {
    expect([normalizePrehashed('0'.repeat(64)), normalizePrehashed('0'.repeat(128))]).toEqual(['nothing', 'nothing']);
  });
});
