import type { QueueCode } from '../queue-codes.js';
import { QueueError } from '../queue-error.js';
import { errorText } from '../error-text.js';

const codes: ReadonlyMap<string, QueueCode> = new Map([
  ['SQLITE_FULL', 'queue_full'],
  ['SQLITE_BUSY', 'queue_busy'],
  ['SQLITE_LOCKED', 'queue_busy'],
  ['SQLITE_CORRUPT', 'queue_damaged'],
  ['SQLITE_NOTADB', 'queue_damaged'],
]);

/** Whether another program holds the file at the moment. */
export function isBusy(error: unknown): boolean {
  return codes.get(nameOf(error)) === 'queue_busy';
}

/** Names what SQLite says. Its message is left out: it can quote a statement. */
export function toQueueError(error: unknown): QueueError {
  if (error instanceof QueueError) return error;
  const name = nameOf(error);
  return new QueueError(codes.get(name) ?? 'queue_failed', name === '' ? null : name);
}

/** The primary code, such as `SQLITE_IOERR` for `SQLITE_IOERR_WRITE`. */
function nameOf(error: unknown): string {
  return /^SQLITE_[A-Z]+/.exec(errorText(error, 'sqliteCodeName'))?.[0] ?? '';
}
