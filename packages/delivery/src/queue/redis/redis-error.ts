import { errorText } from '../error-text.js';
import type { QueueCode } from '../queue-codes.js';
import { QueueError } from '../queue-error.js';

/** The first word of what Redis answers, where it is no answer to the command itself. */
const replies: ReadonlyMap<string, QueueCode> = new Map([
  ['OOM', 'queue_full'],
  // It starts, waits for its primary, or is held up by a long script: it will be back.
  ['LOADING', 'queue_unreachable'],
  ['MASTERDOWN', 'queue_unreachable'],
  ['BUSY', 'queue_unreachable'],
]);

/** What the client says when there is no connection, or when it broke. */
const broken = /connection|Connection|Stream isn't writeable|max retries per request|Socket timeout/;

/** Names what Redis or its client says. Their messages are left out: they can quote a command, with an event in it. */
export function toRedisQueueError(error: unknown): QueueError {
  if (error instanceof QueueError) return error;
  const message = errorText(error, 'message');
  if (errorText(error, 'name') === 'ReplyError') {
    // An error inside a script stands behind the script's own words.
    const word = /\b(?:OOM|MISCONF|READONLY|NOAUTH|WRONGPASS|NOPERM|LOADING|MASTERDOWN|BUSY)\b/.exec(message)?.[0];
    return new QueueError(replies.get(word ?? '') ?? 'queue_failed', word ?? null);
  }
  const code = errorText(error, 'code');
  if (code !== '') return new QueueError('queue_unreachable', code);
  return new QueueError(broken.test(message) ? 'queue_unreachable' : 'queue_failed');
}
