import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Clock } from '../../sender/clock.js';
import { machineClocks } from '../queue-time.js';
import { startFileTime, type FileClock } from './file-time.js';
import { toQueueError } from './sqlite-error.js';

/** Begins with the file's own time, unless another process is just about to do the same. */
export function startFileClock(database: DatabaseSyncInstance): FileClock {
  try {
    database.exec('PRAGMA busy_timeout = 1000; BEGIN IMMEDIATE');
    const time = startFileTime(database, machineClocks);
    database.exec('COMMIT; PRAGMA busy_timeout = 0');
    return time;
  } catch (error) {
    database.close();
    throw toQueueError(error);
  }
}

/** A clock of a test: what it shows is both. */
export function asFileClock(clock: Clock): FileClock {
  return { now: () => clock.now(), toWallMs: (ms) => ms, fromWallMs: (ms) => ms };
}
