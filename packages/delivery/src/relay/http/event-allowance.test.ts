import { EventAllowance } from './event-allowance.js';

test('so many a second; a batch is taken whole and waited for', () => {
  let nowMs = 0;
  const allowance = new EventAllowance(10, () => nowMs);
  const waits: number[] = [];
  for (const [atMs, events] of [
    [0, 10],
    [0, 0],
    [100, 1],
    [200, 35],
    [1000, 0],
    [3700, 1],
    [60_000, 10],
    [60_000, 0],
  ] as const) {
    nowMs = atMs;
    const wait = allowance.waitSeconds();
    waits.push(wait);
    if (wait === 0) allowance.take(events);
  }
  expect(waits).toEqual([0, 1, 0, 0, 3, 0, 0, 1]);
});

test('less than one a second', () => {
  let nowMs = 0;
  const allowance = new EventAllowance(0.1, () => nowMs);
  nowMs = 9_000;
  expect(allowance.waitSeconds()).toBe(0);
  allowance.take(1);
  expect(allowance.waitSeconds()).toBe(10);
  nowMs = 19_000;
  expect(allowance.waitSeconds()).toBe(0);
});
