import { DatabaseSync } from '@photostructure/sqlite';
import type { MachineClocks } from '../queue-time.js';
import { startFileTime } from './file-time.js';

const dayMs = 86_400_000;
const table = 'CREATE TABLE time (boot TEXT, steady_start_ms REAL, queue_ms INTEGER, wall_ms REAL)';

function setUp() {
  const now = { wall: Date.UTC(2026, 0, 1), steady: 5000 };
  const clocks: MachineClocks = { wallMs: () => now.wall, steadyMs: () => now.steady };
  const database = new DatabaseSync(':memory:');
  database.exec(table);
  return { now, start: (boot: string) => startFileTime(database, clocks, boot) };
}

test('a wall clock that is set changes nothing, neither in a run nor between two of one start of the machine', () => {
  const { now, start } = setUp();
  const first = start('one');
  const beganMs = first.now();
  for (const days of [3, -6]) {
    now.wall += days * dayMs;
    now.steady += 10;
    expect(start('one').now() - beganMs).toBe(first.now() - beganMs);
  }
  expect(first.now() - beganMs).toBe(20);
});

test('after a start of the machine the wall clock is believed, forward and up to a day', () => {
  const { now, start } = setUp();
  const beganMs = start('one').now();
  now.steady = 1;
  now.wall += 3_600_000;
  expect(start('two').now() - beganMs).toBe(3_600_000);
  now.wall -= 30 * dayMs;
  expect(start('three').now() - beganMs).toBe(3_600_000);
  now.wall += 90 * dayMs;
  expect(start('four').now() - beganMs).toBe(3_600_000 + dayMs);
});

test('people are shown times of the wall clock as it goes now', () => {
  const { now, start } = setUp();
  const time = start('one');
  const addedMs = time.now();
  expect(time.toWallMs(addedMs)).toBe(now.wall);
  now.wall -= dayMs;
  now.steady += 1000;
  expect(time.wallChange()).toBe(-dayMs - 1000);
  expect(time.toWallMs(addedMs)).toBe(now.wall - 1000);
  expect(time.fromWallMs(time.toWallMs(addedMs))).toBe(addedMs);
});
