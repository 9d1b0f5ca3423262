import { Lane, type Traveler } from './lane.js';
import { Pace } from './pace.js';
import { VirtualClock } from '../../test/virtual-clock.js';

/** A traveler that writes down when it goes, in virtual milliseconds since the start. */
function traveler(name: string, log: string[], clock: VirtualClock, start: number): Traveler & { gone: boolean } {
  return {
    gone: false,
    go(lap) {
      log.push(`${name} at ${String(clock.now() - start)}, lap ${String(lap)}`);
    },
  };
}

function setUp(concurrency: number, perSecond: number | null = null) {
  const clock = new VirtualClock();
  const start = clock.now();
  const log: string[] = [];
  const lane = new Lane(concurrency, perSecond === null ? null : new Pace(perSecond, clock), clock);
  const make = (name: string) => traveler(name, log, clock, start);
  return { lane, log, make, idle: () => clock.idle() };
}

describe('Lane', () => {
  test('lets as many out as it has room for, in order', () => {
    const { lane, log, make } = setUp(2);
    for (const name of ['a', 'b', 'c', 'd']) lane.join(make(name), false);
    expect(log).toEqual(['a at 0, lap 0', 'b at 0, lap 0']);
    lane.leave();
    expect(log).toEqual(['a at 0, lap 0', 'b at 0, lap 0', 'c at 0, lap 0']);
  });

  test('lets those out first that have been out before', () => {
    const { lane, log, make } = setUp(1);
    lane.join(make('a'), false);
    lane.join(make('b'), false);
    lane.join(make('a again'), true);
    lane.leave();
    lane.leave();
    expect(log).toEqual(['a at 0, lap 0', 'a again at 0, lap 0', 'b at 0, lap 0']);
  });

  test('passes over those that gave up', () => {
    const { lane, log, make } = setUp(1);
    const [a, b, c, d] = [make('a'), make('b'), make('c'), make('d')];
    for (const each of [a, b, c, d]) lane.join(each, false);
    b.gone = true;
    c.gone = true;
    lane.leave();
    expect(log).toEqual(['a at 0, lap 0', 'd at 0, lap 0']);
  });

  test('after a pause it lets one out, and one more for each that is accepted', async () => {
    const { lane, log, make, idle } = setUp(4);
    for (const name of 'abcdefgh') lane.join(make(name), false);
    lane.pause(2000);
    lane.pause(1000);
    for (let n = 0; n < 4; n++) lane.leave();
    lane.accepted(0);
    expect(log).toHaveLength(4);
    await idle();
    expect(log.slice(4)).toEqual(['e at 2000, lap 2']);
    lane.accepted(2);
    lane.leave();
    expect(log.slice(5)).toEqual(['f at 2000, lap 2', 'g at 2000, lap 2']);
  });

  test('the longer of two pauses counts', async () => {
    const { lane, log, make, idle } = setUp(1);
    lane.pause(1000);
    lane.pause(5000);
    lane.join(make('a'), false);
    await idle();
    expect(log).toEqual(['a at 5000, lap 2']);
    lane.leave();
    lane.pause(10);
    lane.join(make('b'), false);
    await idle();
    expect(log).toEqual(['a at 5000, lap 2', 'b at 5010, lap 3']);
  });

  test('keeps a rate, and keeps the order while it does', async () => {
    const { lane, log, make, idle } = setUp(100, 2);
    for (const name of ['a', 'b', 'c']) lane.join(make(name), false);
    lane.join(make('again'), true);
    await idle();
    expect(log).toEqual(['a at 0, lap 0', 'b at 490, lap 0', 'again at 990, lap 0', 'c at 1490, lap 0']);
  });

  test('a rate does not cut a pause short', async () => {
    const { lane, log, make, idle } = setUp(100, 2);
    lane.join(make('a'), false);
    lane.join(make('b'), false);
    lane.pause(3000);
    lane.leave();
    await idle();
    expect(log).toEqual(['a at 0, lap 0', 'b at 3000, lap 1']);
  });

  test('ten thousand that fail at once do not overflow the stack', async () => {
    const { lane, idle } = setUp(1);
    let out = 0;
    lane.pause(0);
    for (let n = 0; n < 10_000; n++) {
      const failing: Traveler = {
        gone: false,
        go: () => {
          out++;
          lane.leave();
        },
      };
      lane.join(failing, false);
    }
    await idle();
    expect(out).toBe(10_000);
  });
});
