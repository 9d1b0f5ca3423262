import { VirtualClock } from '../../../test/virtual-clock.js';
import { MinuteLines } from './minute-lines.js';

test('the first time at once, then once a minute with how often', async () => {
  const clock = new VirtualClock();
  const start = clock.now();
  const said: [number, string, number][] = [];
  const lines = new MinuteLines<'a' | 'b'>(clock, (kind, times) => said.push([clock.now() - start, kind, times]));
  const at = (ms: number, kind: 'a' | 'b'): void =>
    void clock.after(ms, () => {
      lines.add(kind);
    });
  for (const ms of [0, 1, 2, 3]) at(ms, 'a');
  at(5, 'b');
  for (const ms of [70_000, 250_000]) at(ms, 'a');
  await new Promise<void>((resolve) => void clock.after(400_000, resolve));
  expect(said).toEqual([
    [0, 'a', 1],
    [5, 'b', 1],
    [60_000, 'a', 3],
    [120_000, 'a', 1],
    [250_000, 'a', 1],
  ]);
});

test('what was not said is said at the end', () => {
  const said: unknown[] = [];
  const lines = new MinuteLines<'a'>(new VirtualClock(), (kind, times) => said.push([kind, times]));
  for (let time = 0; time < 3; time++) lines.add('a');
  lines.close();
  expect(said).toEqual([
    ['a', 1],
    ['a', 2],
  ]);
});
