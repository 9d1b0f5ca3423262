import { keyRuns } from './key-runs.js';

test.each([
  [[], []],
  [[7], [{ first: 7, last: 7 }]],
  [[3, 1, 2], [{ first: 1, last: 3 }]],
  [
    [10, 1, 2, 9, 5, 2],
    [
      { first: 1, last: 2 },
      { first: 5, last: 5 },
      { first: 9, last: 10 },
    ],
  ],
])('%j', (keys, runs) => {
  expect(keyRuns(keys)).toEqual(runs);
});
