import type { InputSource } from '../../input/input-source.js';
import { readEvents, type InputRecord } from '../../input/read-events.js';
import { UsageError } from '../../terminal/usage-error.js';
import { readDeadLetter, type DeadLetter } from './dead-letter.js';

/**
 * Reads a dead-letter file, in its order, in runs as `readEvents` gives them.
 *
 * @throws UsageError if anything in it is no dead letter. The message names the line and does not quote it
 */
export async function* readDeadLetters(
  source: InputSource,
  onBytes?: (count: number) => void,
): AsyncGenerator<Iterable<DeadLetter>> {
  for await (const records of readEvents([source], onBytes)) yield toLetters(records);
}

function* toLetters(records: Iterable<InputRecord>): Generator<DeadLetter> {
  for (const record of records) {
    if (record.kind === 'unreadable') throw new UsageError(record.message);
    const letter = record.kind === 'event' ? readDeadLetter(record.event) : null;
    if (letter === null) {
      throw new UsageError(
        `${record.position.input}:${String(record.position.line)} is no dead letter, so nothing was sent. ` +
          'Correct or remove that line. A file with events is sent without --retry.',
      );
    }
    yield letter;
  }
}

/**
 * Reads the whole file once before anything is sent, so that a damaged one is
 * told while nothing has happened yet.
 *
 * @returns how many dead letters it holds
 * @throws UsageError as `readDeadLetters` does
 */
export async function countDeadLetters(source: InputSource): Promise<number> {
  let count = 0;
  for await (const letters of readDeadLetters(source)) count += [...letters].length;
  return count;
}
