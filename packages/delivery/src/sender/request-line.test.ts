import { RequestLine, type QueuedRequest } from './request-line.js';
import { Pace } from './pace.js';
import { VirtualClock } from '../../test/virtual-clock.js';

/** A request that writes down when it goes, in virtual milliseconds since the start. */
function request(name: string, log: string[], clock: VirtualClock, start: number): QueuedRequest & { isGone: boolean } {
  return {
    isGone: false,
    send(round) {
      log.push(`${name} at ${String(clock.now() - start)}, round ${String(round)}`);
    },
  };
}

function setUp(concurrency: number, perSecond: number | null = null) {
  const clock = new VirtualClock();
  const start = clock.now();
  const log: string[] = [];
  const line = new RequestLine(concurrency, perSecond === null ? null : new Pace(perSecond, clock), clock);
  const make = (name: string) => request(name, log, clock, start);
  return { line, log, make, idle: () => clock.idle() };
}

describe('RequestLine', () => {
  test('lets as many out as it has room for, in order', () => {
    const { line, log, make } = setUp(2);
    for (const name of ['a', 'b', 'c', 'd']) line.join(make(name), false);
    expect(log).toEqual(['a at 0, round 0', 'b at 0, round 0']);
    line.comeBack();
    expect(log).toEqual(['a at 0, round 0', 'b at 0, round 0', 'c at 0, round 0']);
  });

  test('lets those out first that have been out before', () => {
    const { line, log, make } = setUp(1);
    line.join(make('a'), false);
    line.join(make('b'), false);
    line.join(make('a again'), true);
    line.comeBack();
    line.comeBack();
    expect(log).toEqual(['a at 0, round 0', 'a again at 0, round 0', 'b at 0, round 0']);
  });

  test('passes over those that gave up', () => {
    const { line, log, make } = setUp(1);
    const [a, b, c, d] = [make('a'), make('b'), make('c'), make('d')];
    for (const each of [a, b, c, d]) line.join(each, false);
    b.isGone = true;
    c.isGone = true;
    line.comeBack();
    expect(log).toEqual(['a at 0, round 0', 'd at 0, round 0']);
  });

  test('after a pause it lets one out, and one more for each that is accepted', async () => {
    const { line, log, make, idle } = setUp(4);
    for (const name of 'abcdefgh') line.join(make(name), false);
    line.pause(2000);
    line.pause(1000);
    for (let n = 0; n < 4; n++) line.comeBack();
    line.accepted(0);
    expect(log).toHaveLength(4);
    await idle();
    expect(log.slice(4)).toEqual(['e at 2000, round 2']);
    line.accepted(2);
    line.comeBack();
    expect(log.slice(5)).toEqual(['f at 2000, round 2', 'g at 2000, round 2']);
  });

  test('the longer of two pauses counts', async () => {
    const { line, log, make, idle } = setUp(1);
    line.pause(1000);
    line.pause(5000);
    line.join(make('a'), false);
    await idle();
    expect(log).toEqual(['a at 5000, round 2']);
    line.comeBack();
    line.pause(10);
    line.join(make('b'), false);
    await idle();
    expect(log).toEqual(['a at 5000, round 2', 'b at 5010, round 3']);
  });

  test('keeps a rate, and keeps the order while it does', async () => {
    const { line, log, make, idle } = setUp(100, 2);
    for (const name of ['a', 'b', 'c']) line.join(make(name), false);
    line.join(make('again'), true);
    await idle();
    expect(log).toEqual(['a at 0, round 0', 'b at 490, round 0', 'again at 990, round 0', 'c at 1490, round 0']);
  });

  test('a rate does not cut a pause short', async () => {
    const { line, log, make, idle } = setUp(100, 2);
    line.join(make('a'), false);
    line.join(make('b'), false);
    line.pause(3000);
    line.comeBack();
    await idle();
    expect(log).toEqual(['a at 0, round 0', 'b at 3000, round 1']);
  });

  test('ten thousand that fail at once do not overflow the stack', async () => {
    const { line, idle } = setUp(1);
    let out = 0;
    line.pause(0);
    for (let n = 0; n < 10_000; n++) {
      const failing: QueuedRequest = {
        isGone: false,
        send: () => {
          out++;
          line.comeBack();
        },
      };
      line.join(failing, false);
    }
    await idle();
    expect(out).toBe(10_000);
  });
});
