import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { QueueError } from '../queue-error.js';
import type { Recovery } from '../recovery.js';
import { hasLostHeader, isQueueFile } from './file-header.js';
import type { FileQueueSettings } from './file-queue-settings.js';
import { openDatabase } from './open-database.js';
import { finishRecovery, recoverFile } from './recover-file.js';

/** A file that is open, and what was done if it was damaged. */
interface SoundFile {
  readonly database: DatabaseSyncInstance;
  readonly recovery: Recovery | null;
}

/**
 * Opens the file of a queue. A damaged one is set aside, and what can be read of it is carried over into a new one; a
 * file that is no queue is left alone.
 *
 * @throws QueueError if it can't be opened, or is something else
 */
export function openSound(settings: FileQueueSettings): SoundFile {
  finishRecovery(settings.file);
  // SQLite would take its own log for that of another file, and delete it.
  const database = hasLostHeader(settings.file) ? null : openIfSound(settings);
  if (database !== null) return { database, recovery: null };
  const recovery = recoverFile(settings);
  return { database: openDatabase(settings), recovery };
}

/** Null if it is a queue and damaged. */
function openIfSound(settings: FileQueueSettings): DatabaseSyncInstance | null {
  try {
    const database = openDatabase(settings);
    if (isSound(database)) return database;
    database.close();
    return null;
  } catch (error) {
    const isDamaged = error instanceof QueueError && error.code === 'queue_damaged';
    if (isDamaged && isQueueFile(settings.file)) return null;
    throw error;
  }
}

/** Reads the whole file once, as fast as the disk gives it. */
function isSound(database: DatabaseSyncInstance): boolean {
  try {
    const { quick_check: found } = database.prepare('PRAGMA quick_check(1)').get() as { readonly quick_check: string };
    return found === 'ok';
  } catch {
    return false;
  }
}
