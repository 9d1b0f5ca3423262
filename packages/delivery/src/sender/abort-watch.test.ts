import { getEventListeners } from 'node:events';
import { AbortWatch } from './abort-watch.js';

describe('AbortWatch', () => {
  test('runs what still waits, once, through one listener', () => {
    const watch = new AbortWatch();
    const controller = new AbortController();
    const ran: number[] = [];
    const runs = Array.from({ length: 100 }, (_, n) => () => {
      ran.push(n);
    });
    for (const run of runs) watch.add(controller.signal, run);
    for (const run of runs.slice(2)) watch.delete(controller.signal, run);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort();
    controller.abort();
    expect(ran).toEqual([0, 1]);
  });

  test('keeps signals apart, and does not mind one that it does not know', () => {
    const watch = new AbortWatch();
    const [one, other] = [new AbortController(), new AbortController()];
    const ran: string[] = [];
    const run = (): void => {
      ran.push('one');
    };
    watch.delete(other.signal, run);
    watch.add(one.signal, run);
    watch.add(other.signal, () => ran.push('other'));
    other.abort();
    expect(ran).toEqual(['other']);
  });
});
