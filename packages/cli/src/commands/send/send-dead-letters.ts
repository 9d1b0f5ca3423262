import type { Settings } from '@loop-adapters/core';

import { completeRequest } from '../dead-letters/complete-request.js';
import type { DeadLetter } from '../dead-letters/dead-letter.js';
import type { SendRun } from './send-run.js';

/**
 * Sends dead letters again. Those that can't be sent, and those that were not
 * reached before sending was stopped, are kept once more: afterwards the run's
 * own file holds everything that is still to be delivered.
 *
 * @param onLetter told of each letter that is taken up
 */
export async function sendDeadLetters(
  letters: AsyncIterable<Iterable<DeadLetter>>,
  settings: Settings,
  run: SendRun,
  stop: AbortSignal,
  onLetter: () => void,
): Promise<void> {
  for await (const list of letters) {
    for (const letter of list) {
      if (stop.aborted) {
        run.putBack(letter);
        continue;
      }
      onLetter();
      const completed = completeRequest(letter.params, settings);
      if ('request' in completed) {
        await run.add({ request: completed.request, from: letter.from });
      } else {
        const reason = { code: 'not_sendable', status: null, message: completed.problem };
        run.keep({ ...letter, at: new Date().toISOString(), reason });
      }
    }
  }
}
