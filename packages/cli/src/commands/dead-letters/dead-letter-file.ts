import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

import { errorCode } from '../../terminal/error-code.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { DeadLetter } from './dead-letter.js';

/** A dead letter could not be kept: the disk is full, or the file is gone. */
export class DeadLetterFileError extends Error {
  override readonly name = 'DeadLetterFileError';

  constructor(file: string, code: string) {
    const what = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : code;
    super(`The dead-letter file ${file} can't be written: ${what}.`);
  }
}

/** The name of a dead-letter file that was not named: one per run, so that no run mixes with another. */
export function defaultDeadLetterPath(now: Date): string {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `loop-dead-letters-${stamp}.ndjson`;
}

/**
 * A file that dead letters are added to, one JSON line each. It is created with
 * the first letter, readable by its owner only, and is never overwritten.
 *
 * Writing is synchronous, so that a letter is in the file before anything else
 * is sent: letters are few, and a lost one is an event lost without a word.
 */
export class DeadLetterFile {
  private descriptor: number | null = null;
  private written = 0;

  private constructor(
    /** As messages show it. */
    readonly name: string,
    private readonly file: string,
  ) {}

  /**
   * @param name the path, taken from the directory
   * @throws UsageError if letters could not be written there. Said before anything is sent
   */
  static at(name: string, directory: string): DeadLetterFile {
    const file = path.resolve(directory, name);
    try {
      accessSync(file, constants.W_OK);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') checkFolder(name, path.dirname(file));
      else throw new UsageError(cantWrite(name, errorCode(error)));
    }
    return new DeadLetterFile(name, file);
  }

  /** How many letters this run has added. */
  get count(): number {
    return this.written;
  }

  /** @throws DeadLetterFileError if the letter is not in the file. What was there stays whole. */
  append(letter: DeadLetter): void {
    try {
      const descriptor = (this.descriptor ??= openAtLineStart(this.file));
      writeWhole(descriptor, Buffer.from(`${JSON.stringify(letter)}\n`));
      this.written += 1;
    } catch (error) {
      throw new DeadLetterFileError(this.name, errorCode(error));
    }
  }

  /** Brings everything to the disk and closes the file. */
  close(): void {
    if (this.descriptor === null) return;
    const descriptor = this.descriptor;
    this.descriptor = null;
    try {
      if (fstatSync(descriptor).isFile()) fsyncSync(descriptor);
    } catch (error) {
      throw new DeadLetterFileError(this.name, errorCode(error));
    } finally {
      closeSync(descriptor);
    }
  }
}

function checkFolder(name: string, folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(cantWrite(name, errorCode(error)));
  }
}

function cantWrite(name: string, code: string): string {
  const why = code === 'ENOENT' ? 'its folder does not exist' : `no permission (${code})`;
  return `Dead letters can't be written to ${name}: ${why}. Name another file with --dead-letters. Nothing was sent.`;
}

/** A run that was killed may have left half a line. It must not swallow the next one. */
function openAtLineStart(file: string): number {
  const descriptor = openSync(file, 'a+', 0o600);
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  if (size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a) {
    writeWhole(descriptor, Buffer.from('\n'));
  }
  return descriptor;
}

/** Writes all or nothing: half a line, where the disk is full, is taken back. */
function writeWhole(descriptor: number, bytes: Buffer): void {
  const stats = fstatSync(descriptor);
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(descriptor, bytes, done);
  } catch (error) {
    if (done > 0 && stats.isFile()) ftruncateSync(descriptor, stats.size);
    throw error;
  }
}
