import { holdsPersonalData } from './holds-personal-data.js';

test.each<[string | null, string, boolean, boolean]>([
  ['order_id', 'A-1', false, false],
  ['product_name', 'Shoes', false, false],
  ['first_name', 'Ana', false, true],
  ['first_name', 'Ana', true, false],
  ['first_name', 'ana@example.com', true, true],
  ['note', 'call +54 9 11 5119-0123', false, true],
  ['note', 'call +54 9 11 5119-0123', true, false],
  ['+5491151190123', 'x', true, true],
  [null, 'Pixel 6', false, false],
  [null, 'ana@example.com', false, true],
])('key %j, value %j, allowed %j: %j', (key, text, allowed, expected) => {
  expect(holdsPersonalData(key, text, allowed)).toBe(expected);
});
