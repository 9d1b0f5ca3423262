import { existsSync } from 'node:fs';
import path from 'node:path';

import { SettingsError } from '@loop-adapters/core';
import {
  openFileQueue,
  openRedisQueue,
  QueueError,
  type FileQueueSettingsInput,
  type Queue,
  type RedisQueueSettingsInput,
} from '@loop-adapters/delivery/queue';

import { applyOptions, type FlagValues } from '../../settings/apply-options.js';
import { chooseQueue } from '../serve/choose-queue.js';
import { placeOptions } from './place-options.js';
import { settingsUsageError } from '../../settings/create-cli-translator.js';
import type { Io } from '../../terminal/io.js';
import { formatCount } from '../../terminal/layout.js';
import { LineOutput } from '../../terminal/line-output.js';
import { UsageError } from '../../terminal/usage-error.js';

/** A queue, and what to call it where a person reads. */
export interface NamedQueue {
  readonly name: string;
  readonly queue: Queue;
}

/**
 * Opens a queue that is there already: that of a relay, which may be running, or a journal of `send`.
 *
 * @param io a file is looked for in its directory
 * @throws UsageError if there is none, or it can't be opened. It shows no URL: that may hold a password
 */
export async function openExistingQueue(flags: FlagValues, io: Io): Promise<NamedQueue> {
  const place = chooseQueue(applyOptions(placeOptions, {}, null, flags, io.environment));
  if ('url' in place) return openInRedis(place as unknown as RedisQueueSettingsInput);
  const named = await openInFile(place as unknown as FileQueueSettingsInput, io.directory);
  await sayRecovery(named, io);
  return named;
}

/** Says on standard error that a queue was found damaged, and what became of it. */
export async function sayRecovery({ name, queue: { recovery } }: NamedQueue, io: Io): Promise<void> {
  if (recovery === null) return;
  const { setAsideAs, events, deadLetters, lost } = recovery;
  await new LineOutput(io.stderr).write(
    `${name} was damaged and is kept as ${path.basename(setAsideAs)}. A new one holds what can be read of it. ` +
      `Events that wait: ${formatCount(events)}. Dead letters: ${formatCount(deadLetters)}. Lost: ${formatCount(lost)}.`,
  );
}

async function openInFile({ file: name }: FileQueueSettingsInput, directory: string): Promise<NamedQueue> {
  const file = path.resolve(directory, name);
  if (!existsSync(file)) throw new UsageError(`There is no queue ${name}. Name its file with --queue.`);
  return { name, queue: await orUsageError(`The queue ${name}`, () => openFileQueue({ file })) };
}

async function openInRedis(place: RedisQueueSettingsInput): Promise<NamedQueue> {
  const name = `the queue "${place.name ?? 'events'}" in Redis`;
  // Whether events may be lost is the relay's to say. Dead letters are dealt with in either case.
  return { name, queue: await orUsageError(`T${name.slice(1)}`, () => openRedisQueue({ ...place, acceptLoss: true })) };
}

async function orUsageError(what: string, open: () => Promise<Queue>): Promise<Queue> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof QueueError) throw new UsageError(`${what} can't be opened. ${error.message}`);
    if (!(error instanceof SettingsError)) throw error;
    throw settingsUsageError(`${what} can't be opened:`, error, new Map());
  }
}
