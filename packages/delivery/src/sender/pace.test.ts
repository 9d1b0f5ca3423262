import fc from 'fast-check';
import { Pace } from './pace.js';

describe('Pace', () => {
  test('spaces turns out evenly', () => {
    let now = 1000;
    const pace = new Pace(10, { now: () => now, after: () => () => undefined });
    expect([pace.take(), pace.take()]).toEqual([0, 90]);
    now = 1089;
    expect(pace.take()).toBe(1);
    now = 1090;
    expect([pace.take(), pace.take()]).toEqual([0, 100]);
  });

  test('gives no turns for time in which nobody asked, but for the slack', () => {
    let now = 1000;
    const pace = new Pace(1000, { now: () => now, after: () => () => undefined });
    now = 60_000;
    let turns = 0;
    while (pace.take() === 0) turns++;
    expect(turns).toBe(11);
  });

  test('goes on when the clock is set back', () => {
    let now = 1_000_000;
    const pace = new Pace(10, { now: () => now, after: () => () => undefined });
    expect(pace.take()).toBe(0);
    now = 0;
    expect(pace.take()).toBe(100);
    now = 100;
    expect(pace.take()).toBe(0);
  });

  test('never passes the rate by more than the slack, whenever it is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.array(fc.nat(50), { maxLength: 300 }), (perSecond, steps) => {
        let now = 0;
        const pace = new Pace(perSecond, { now: () => now, after: () => () => undefined });
        let turns = 0;
        for (const step of steps) {
          now += step;
          while (pace.take() === 0) turns++;
        }
        expect(turns).toBeLessThanOrEqual(((now + 10) * perSecond) / 1000 + 1);
      }),
    );
  });
});
