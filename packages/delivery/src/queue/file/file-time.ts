import { readFileSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { believedSpan, QueueTime, type MachineClocks } from '../queue-time.js';

/** What time it is in a queue. */
export interface FileClock {
  /** Whole milliseconds of the queue's own time. */
  now(): number;
  /** For people: what the wall clock would have shown then. */
  toWallMs(ms: number): number;
  /** What people mean: a time of the wall clock as one of the queue's. */
  fromWallMs(ms: number): number;
}

interface TimeRow {
  readonly boot: string;
  readonly steady_start_ms: number;
  readonly queue_ms: number;
  readonly wall_ms: number;
}

/**
 * Goes on with the time of a queue. As long as the machine has not been started anew, its steady clock says how long
 * nobody had the file open; after that only the wall clock can, and it is believed up to a day. Belongs into a
 * transaction.
 *
 * @param boot which start of the machine this is; empty if nobody knows
 */
export function startFileTime(database: DatabaseSyncInstance, clocks: MachineClocks, boot = bootId()): QueueTime {
  const row = database.prepare('SELECT * FROM time').get() as TimeRow | undefined;
  const time = new QueueTime(clocks, nowOf(row, clocks, boot));
  const startMs = time.now() - clocks.steadyMs();
  database.exec('DELETE FROM time');
  database.prepare('INSERT INTO time VALUES (?, ?, ?, ?)').run(boot, startMs, time.now(), clocks.wallMs());
  return time;
}

function nowOf(row: TimeRow | undefined, clocks: MachineClocks, boot: string): number {
  if (row === undefined) return clocks.wallMs();
  if (boot !== '' && row.boot === boot) return row.steady_start_ms + clocks.steadyMs();
  return row.queue_ms + believedSpan(row.wall_ms, clocks.wallMs());
}

/** Which start of the machine this is, where the system says so. */
export function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
