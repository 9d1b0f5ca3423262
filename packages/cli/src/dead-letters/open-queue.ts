import { existsSync } from 'node:fs';
import path from 'node:path';

import { openFileQueue, QueueError, type Queue } from '@loop-adapters/delivery/queue';

import { UsageError } from '../usage-error.js';

/**
 * Opens a queue that is there already: that of a relay, which may be running, or a journal of `send`.
 *
 * @param name the file, taken from the directory
 * @throws UsageError if there is none, or it can't be opened
 */
export async function openExistingQueue(name: string, directory: string): Promise<Queue> {
  const file = path.resolve(directory, name);
  if (!existsSync(file)) throw new UsageError(`There is no queue ${name}. Name its file with --queue.`);
  try {
    return await openFileQueue({ file });
  } catch (error) {
    if (!(error instanceof QueueError)) throw error;
    throw new UsageError(`The queue ${name} can't be opened. ${error.message}`);
  }
}
