import { Bucket } from './bucket.js';
import { Buckets } from './buckets.js';

test('so many a second; a batch is taken whole and waited for', () => {
  const bucket = new Bucket({ perSecond: 10, capacity: 10 }, 0);
  const waits: number[] = [];
  for (const [nowMs, events] of [
    [0, 10],
    [0, 0],
    [100, 1],
    [200, 35],
    [1000, 0],
    [3700, 1],
    [60_000, 10],
    [60_000, 0],
  ] as const) {
    const wait = bucket.waitSeconds(nowMs);
    waits.push(wait);
    if (wait === 0) bucket.take(events, nowMs);
  }
  expect(waits).toEqual([0, 1, 0, 0, 3, 0, 0, 1]);
});

test('less than one a second; who comes after the time that was said is let in', () => {
  const bucket = new Bucket({ perSecond: 0.1, capacity: 1 }, 0);
  bucket.take(1, 0);
  expect([bucket.waitSeconds(0), bucket.waitSeconds(9_999), bucket.waitSeconds(10_000)]).toEqual([10, 1, 0]);
});

test('what was not used is given back, up to what it holds', () => {
  const bucket = new Bucket({ perSecond: 1, capacity: 10 }, 0);
  bucket.take(30, 0);
  bucket.giveBack(25);
  expect([bucket.waitSeconds(0), bucket.isFull(0)]).toEqual([0, false]);
  bucket.giveBack(100);
  bucket.take(10, 0);
  expect(bucket.waitSeconds(0)).toBe(1);
});

describe('many buckets', () => {
  test('one name does not stop another', () => {
    const buckets = new Buckets({ perSecond: 1, capacity: 5 }, () => 0);
    buckets.take('a', 5);
    expect([buckets.waitSeconds('a'), buckets.waitSeconds('b')]).toEqual([1, 0]);
    buckets.giveBack('a', 1);
    expect(buckets.waitSeconds('a')).toBe(0);
  });

  test('there are never more than so many, and those that are full go first', () => {
    let nowMs = 0;
    const buckets = new Buckets({ perSecond: 1, capacity: 5 }, () => nowMs, 10);
    buckets.take('debtor', 1000);
    nowMs = 5000;
    for (let n = 0; n < 1000; n++) buckets.take(`name ${n}`, 0);
    expect([buckets.count <= 10, buckets.waitSeconds('debtor') > 0]).toEqual([true, true]);
    for (let n = 0; n < 1000; n++) buckets.take(`other ${n}`, 1000);
    expect(buckets.count).toBeLessThanOrEqual(10);
  });
});
