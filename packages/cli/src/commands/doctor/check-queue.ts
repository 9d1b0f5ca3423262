import { bookDifference, type QueueBooks } from '@loop-adapters/delivery/queue';

import type { FlagValues } from '../../settings/apply-options.js';
import type { Io } from '../../terminal/io.js';
import { openExistingQueue } from '../dead-letters/open-queue.js';
import type { Finding } from '../../terminal/findings.js';

/**
 * Counts what is in a queue, and says whether its books balance.
 *
 * @throws UsageError if there is no such queue, or it can't be opened
 */
export async function checkQueue(flags: FlagValues, io: Io): Promise<Finding> {
  const { name, queue } = await openExistingQueue(flags, io);
  try {
    const books = await queue.books();
    const difference = bookDifference(books);
    if (difference === 0) return { check: 'queue', state: 'good', message: `${name}: ${sum(books)}.` };
    const missing = `${name}: ${sum(books)}, but these differ by ${difference}.`;
    return {
      check: 'queue',
      state: 'wrong',
      message: `${missing} Stop the relays and check again; if it stays, events were lost or changed from outside.`,
    };
  } finally {
    await queue.close();
  }
}

function sum({ accepted, delivered, waiting, dead, removed }: QueueBooks): string {
  return `${accepted} accepted = ${delivered} delivered + ${waiting} waiting + ${dead} dead + ${removed} removed`;
}
