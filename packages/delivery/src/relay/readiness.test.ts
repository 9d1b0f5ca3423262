import { Readiness } from './readiness.js';

test('no for a while after a failure, and for longer each time, until something is kept', () => {
  let nowMs = 0;
  const readiness = new Readiness(() => nowMs);
  const pauses: number[] = [];
  const fail = (): void => {
    const startMs = nowMs;
    for (let times = 0; times < 100; times++) readiness.notKept();
    while (!readiness.isLikely()) nowMs += 1000;
    pauses.push(nowMs - startMs);
  };
  expect(readiness.isLikely()).toBe(true);
  for (let times = 0; times < 6; times++) fail();
  readiness.kept();
  expect(readiness.isLikely()).toBe(true);
  fail();
  expect(pauses).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000, 5000]);
});
