import { queueCodes, type QueueCode } from './queue-codes.js';

/** A queue could not do what it was asked. The message holds nothing of any event. */
export class QueueError extends Error {
  override readonly name = 'QueueError';
  readonly code: QueueCode;

  /** @param found what was found out besides the code, such as `SQLITE_FULL`; never a part of an event */
  constructor(code: QueueCode, found: string | null = null) {
    super(queueCodes[code] + (found === null ? '' : ` (${found})`));
    this.code = code;
  }
}
