import { readMessageId } from './message-id.js';

test.each([
  ['4f5c-22', '4f5c-22'],
  ['  ajs-1 ', 'ajs-1'],
  ['0a', '0a'],
  [17, '17'],
])('%j is the message ID %j', (value, id) => {
  expect(readMessageId(value)).toBe(id);
});

test.each([
  [undefined],
  [null],
  [''],
  [' '],
  ['undefined'],
  ['NULL'],
  ['None'],
  ['[object Object]'],
  ['0'],
  ['00000000-0000-0000-0000-000000000000'],
  [0],
  [Number.NaN],
  [true],
  [{}],
])('%j is none', (value) => {
  expect(readMessageId(value)).toBeNull();
});
