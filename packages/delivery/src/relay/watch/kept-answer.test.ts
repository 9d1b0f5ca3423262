import { keepAnswer } from './kept-answer.js';

test('asks once in a while, and everyone gets the last answer', async () => {
  let nowMs = 0;
  let asked = 0;
  const answer = keepAnswer(
    async () => ++asked,
    1000,
    () => nowMs,
  );
  const answers = [await Promise.all([answer(), answer()])];
  for (nowMs of [999, 1000, 1999, 2500]) answers.push(await Promise.all([answer(), answer()]));
  expect(answers).toEqual([
    [1, 1],
    [1, 1],
    [2, 2],
    [2, 2],
    [3, 3],
  ]);
});
