import { Breaker } from './breaker.js';

/** What it says to each failure of a round; `-1` stands for an answer. */
function run(limit: number, rounds: readonly number[]): (number | null)[] {
  const breaker = new Breaker(limit);
  return rounds.map((round) => {
    if (round >= 0) return breaker.fail(round);
    breaker.close();
    return null;
  });
}

test('opens at the limit, and then with each round that fails', () => {
  expect(run(3, [0, 0, 0, 1, 2, 3])).toEqual([0, 0, 1, 2, 3, 4]);
});

test('what went out before it opened says nothing new', () => {
  expect(run(2, [0, 0, 0, 0, 1, 0, 1, 2])).toEqual([0, 1, 0, 0, 2, 0, 0, 3]);
});

test('an answer closes it', () => {
  expect(run(2, [0, -1, 0, 0, 1, -1, 2, 2])).toEqual([0, null, 0, 1, 2, null, 0, 1]);
});
