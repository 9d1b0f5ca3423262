import fc from 'fast-check';
import { type RetryTiming, defaultRetryTiming, readRetryAfterMs, retryDelayMs } from './retry.js';

const nowMs = Date.UTC(1994, 10, 6, 8, 49, 37);
const timing: RetryTiming = { baseDelayMs: 100, maxDelayMs: 1000, maxRetryAfterMs: 60_000 };

describe('retryDelayMs', () => {
  test.each([
    [1, 100],
    [2, 200],
    [3, 400],
    [4, 800],
    [5, 1000],
    [6, 1000],
    [5000, 1000],
  ])('after try %d the wait is anything up to %d ms', (attempts, ceiling) => {
    const wait = (random: number): number => retryDelayMs({ attempts, retryAfter: null, nowMs, random }, timing);
    expect([wait(0), wait(0.5), wait(0.999_999)]).toEqual([0, ceiling / 2, ceiling - 1]);
  });

  test.each([
    ['2', 2000],
    ['0', 0],
    ['60', 60_000],
    ['61', 60_000],
    ['99999999999999999999', 60_000],
    ['Sun, 06 Nov 1994 08:49:40 GMT', 3000],
    ['Sun, 06 Nov 1994 08:49:30 GMT', 0],
    ['Sun, 06 Nov 2094 08:49:30 GMT', 60_000],
  ])('Retry-After: %s is obeyed, and the wait is never shorter than without it', (retryAfter, wait) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), unit(), (attempts, random) => {
        const backoff = retryDelayMs({ attempts, retryAfter: null, nowMs, random }, timing);
        expect(retryDelayMs({ attempts, retryAfter, nowMs, random }, timing)).toBe(Math.max(wait, backoff));
      }),
    );
  });

  test('a Retry-After that cannot be read is as if it were not there', () => {
    const failed = { attempts: 2, nowMs, random: 0.25 };
    expect(retryDelayMs({ ...failed, retryAfter: 'soon' }, timing)).toBe(50);
    expect(retryDelayMs({ ...failed, retryAfter: null }, timing)).toBe(50);
  });

  test('without bounds of its own it takes the default ones', () => {
    const failed = { attempts: 1, nowMs, random: 0.5 };
    expect(retryDelayMs({ ...failed, retryAfter: null })).toBe(defaultRetryTiming.baseDelayMs / 2);
    expect(retryDelayMs({ ...failed, retryAfter: '999999' })).toBe(defaultRetryTiming.maxRetryAfterMs);
  });

  test('is a whole number within the bounds, for any header and any bounds', () => {
    fc.assert(
      fc.property(
        fc.record({
          attempts: fc.integer({ min: 1, max: 10_000 }),
          retryAfter: fc.option(fc.oneof(fc.string(), fc.nat().map(String), httpDate()), { nil: null }),
          nowMs: fc.integer({ min: 0, max: 4e12 }),
          random: unit(),
        }),
        fc.record({
          baseDelayMs: fc.nat(1e9),
          maxDelayMs: fc.nat(1e9),
          maxRetryAfterMs: fc.nat(1e9),
        }),
        (failed, bounds) => {
          const wait = retryDelayMs(failed, bounds);
          expect(Number.isInteger(wait)).toBe(true);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(Math.max(bounds.maxDelayMs, bounds.maxRetryAfterMs));
        },
      ),
    );
  });

  test('without Retry-After the wait never passes the doubling ceiling, and grows with random', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), unit(), unit(), (attempts, a, b) => {
        const wait = (random: number): number => retryDelayMs({ attempts, retryAfter: null, nowMs, random }, timing);
        expect(wait(a)).toBeLessThanOrEqual(Math.min(1000, 100 * 2 ** (attempts - 1)));
        expect(wait(Math.min(a, b))).toBeLessThanOrEqual(wait(Math.max(a, b)));
      }),
    );
  });
});

describe('readRetryAfterMs', () => {
  test.each([
    ['120', 120_000],
    [' 120 ', 120_000],
    ['0', 0],
    ['Sun, 06 Nov 1994 08:50:37 GMT', 60_000],
    ['Sunday, 06-Nov-94 08:50:37 GMT', 60_000],
    ['Sun Nov  6 08:50:37 1994', 60_000],
    ['Wed Nov 16 08:49:37 1994', 864_000_000],
    ['Sun, 06 Nov 1994 08:49:36 GMT', 0],
    ['Thursday, 01-Jan-70 00:00:00 GMT', 0],
  ])('%s', (header, wait) => {
    expect(readRetryAfterMs(header, nowMs)).toBe(wait);
  });

  test.each(['', ' ', '-1', '1.5', '1e3', '0x10', 'soon', '1994-11-06', '12, 13'])('%j is not read', (header) => {
    expect(readRetryAfterMs(header, nowMs)).toBeNull();
  });

  test.each(['Sun, 06 Foo 1994 08:49:37 GMT', 'Sun, 06 Nov 1994 08:49:37', 'Sun, 06 Nov 1994'])(
    '%j is no HTTP date',
    (header) => {
      expect(readRetryAfterMs(header, nowMs)).toBeNull();
    },
  );

  test('a two-digit year is at most 50 years ahead', () => {
    const in2024 = Date.UTC(2024, 0, 1);
    expect(readRetryAfterMs('Tuesday, 02-Jan-24 00:00:00 GMT', in2024)).toBe(86_400_000);
    expect(readRetryAfterMs('Wednesday, 02-Jan-74 00:00:00 GMT', in2024)).toBe(Date.UTC(2074, 0, 2) - in2024);
    expect(readRetryAfterMs('Thursday, 02-Jan-75 00:00:00 GMT', in2024)).toBe(0);
  });

  test('reads back every HTTP date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 0, max: 4e9 }), (now, at) => {
        const header = new Date(at * 1000).toUTCString();
        expect(readRetryAfterMs(header, now * 1000)).toBe(Math.max(0, (at - now) * 1000));
      }),
    );
  });
});

function unit(): fc.Arbitrary<number> {
  return fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
}

function httpDate(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 4e9 }).map((seconds) => new Date(seconds * 1000).toUTCString());
}
