import fc from 'fast-check';
import { withExactNumbers } from './exact-numbers.js';

it.each([
  ['{"a":90071992547409931}', { a: '90071992547409931' }],
  ['{"a":9007199254740991,"b":-9007199254740993}', { a: 9007199254740991, b: '-9007199254740993' }],
  ['[12345678901234567890]', ['12345678901234567890']],
  ['12345678901234567890', '12345678901234567890'],
  ['{"a":"90071992547409931: 90071992547409931"}', { a: '90071992547409931: 90071992547409931' }],
  ['{"a":"\\\\","b":90071992547409931}', { a: '\\', b: '90071992547409931' }],
  ['{"a":1234567890123456.5,"b":1e30}', { a: 1234567890123456.5, b: 1e30 }],
])('%s keeps its digits', (json, value) => {
  expect(JSON.parse(withExactNumbers(json))).toEqual(value);
});

it('changes nothing where every number is exact', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const json = JSON.stringify(value);
      if (/\d{16}/.test(json)) return;
      expect(withExactNumbers(json)).toBe(json);
    }),
  );
});
