import { closest } from './closest.js';

describe('closest', () => {
  const names = ['sha256', 'sha512', 'both', 'sourceHash'];

  it.each([
    ['sha-256', 'sha256'],
    ['SHA512', 'sha512'],
    ['boht', null],
    ['bot', 'both'],
    ['source_hash', 'sourceHash'],
    ['sourceHahs', 'sourceHash'],
    ['md5', null],
    ['', null],
    ['x'.repeat(1000), null],
  ])('takes %j for %j', (word, meant) => {
    expect(closest(word, names)).toBe(meant);
  });
});
