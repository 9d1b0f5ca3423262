import { readPrehashed } from './prehashed.js';

describe('readPrehashed', () => {
  it.each([
    ['a'.repeat(64), { algorithm: 'sha256', hash: 'a'.repeat(64) }],
    [` ${'aB0'.repeat(21)}F\n`, { algorithm: 'sha256', hash: `${'ab0'.repeat(21)}f` }],
    ['9F'.repeat(64), { algorithm: 'sha512', hash: '9f'.repeat(64) }],
    ['d41d8cd98f00b204e9800998ecf8427e', 'weak'],
    ['DA39A3EE5E6B4B0D3255BFEF95601890AFD80709', 'weak'],
  ])('%j is %j', (text, expected) => {
    expect(readPrehashed(text)).toEqual(expected);
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
    expect(readPrehashed(text)).toBeNull();
  });
});
