import { QueueError, type Queue } from '@loop-adapters/delivery/queue';

import { openExistingQueue } from './open-queue.js';
import { readLetterFilter } from './letter-filter.js';
import { exitCodes, type ExitCode } from '../../terminal/exit-code.js';
import type { Io } from '../../terminal/io.js';
import { formatCount, layoutWidth } from '../../terminal/layout.js';
import { formatLetter, formatLetterHeading, formatWholeLetter, letterJson } from './letter-lines.js';
import { LineOutput } from '../../terminal/line-output.js';
import type { FlagValues } from '../../settings/apply-options.js';
import { UsageError } from '../../terminal/usage-error.js';
import { finishOutput } from '../../terminal/finish.js';

/** What `loop-adapters dead-letters` can do. `show` takes keys; the others take keys and filters. */
export type LetterAction = 'list' | 'show' | 'retry' | 'drop';

/**
 * Shows, puts back or deletes the dead letters of a queue. The relay that uses the queue may be running.
 *
 * @param keys which ones; all that the filters let through if there is none
 * @throws UsageError if the queue or a filter can't be used, or a key names no dead letter. Nothing has changed then
 */
export async function deadLetters(
  action: LetterAction,
  keys: readonly string[],
  flags: FlagValues,
  io: Io,
): Promise<ExitCode> {
  const filter = readLetterFilter(keys, flags);
  if (action === 'show' && keys.length === 0) throw new UsageError('Name the dead letters to show by their keys.');
  const changes = action === 'retry' || action === 'drop';
  if (changes && Object.keys(filter).length === 0 && flags['all'] !== true) {
    throw new UsageError(`Say which ones to ${action}: by key, with --code, --since or --until, or --all.`);
  }
  const { name, queue } = await openExistingQueue(flags, io);
  try {
    await checkKeys(queue, keys, name);
    if (action === 'retry') return await report(await queue.deadLetters.retry(filter), 'put back into', name, io);
    if (action === 'drop') return await report(await queue.deadLetters.drop(filter), 'deleted from', name, io);
    return await print(queue, filter, action === 'show', flags['json'] === true, io);
  } catch (error) {
    if (!(error instanceof QueueError)) throw error;
    throw new UsageError(error.message);
  } finally {
    await queue.close();
  }
}

async function checkKeys(queue: Queue, keys: readonly string[], name: string): Promise<void> {
  if (keys.length === 0) return;
  const unknown = new Set(keys);
  for await (const { key } of queue.deadLetters.list({ keys })) unknown.delete(key);
  if (unknown.size === 0) return;
  const named = [...unknown].map((key) => JSON.stringify(key)).join(', ');
  throw new UsageError(`${name} has no dead letter ${named}. Nothing was changed. list prints the keys.`);
}

async function print(
  queue: Queue,
  filter: ReturnType<typeof readLetterFilter>,
  whole: boolean,
  json: boolean,
  io: Io,
): Promise<ExitCode> {
  const out = new LineOutput(io.stdout);
  const messages = new LineOutput(io.stderr);
  let count = 0;
  for await (const letter of queue.deadLetters.list(filter)) {
    count += 1;
    if (json) await out.write(JSON.stringify(letterJson(letter)));
    else if (whole) for (const line of formatWholeLetter(letter, layoutWidth(io.stdout.columns))) await out.write(line);
    else
      await out.write(count === 1 ? `${formatLetterHeading(letter)}\n${formatLetter(letter)}` : formatLetter(letter));
    if (out.isClosed) break;
  }
  const ended = await finishOutput(out, messages);
  if (ended !== null) return ended;
  if (!json) await messages.write(lettersOf(count));
  return exitCodes.ok;
}

async function report(count: number, what: string, name: string, io: Io): Promise<ExitCode> {
  const out = new LineOutput(io.stdout);
  await out.write(`${lettersOf(count)} ${what} ${name}.`);
  return (await finishOutput(out, new LineOutput(io.stderr))) ?? exitCodes.ok;
}

function lettersOf(count: number): string {
  return count === 1 ? '1 dead letter' : `${formatCount(count)} dead letters`;
}
