import { constants, createReadStream, type Stats } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

import { errorCode } from '../terminal/error-code.js';
import type { Io } from '../terminal/io.js';
import { UsageError } from '../terminal/usage-error.js';

/** A file or standard input, not opened yet. */
export interface InputSource {
  /** How messages call it: the path as the user gave it, or `stdin`. */
  readonly name: string;
  /** Size on disk in bytes; null where it can't be known before the end (a pipe). */
  readonly sizeBytes: number | null;
  open(): Readable;
}

/** The events' files in a directory, plain or gzipped. */
const eventFile = /\.(json|ndjson|jsonl)(\.gz)?$/i;
/** JSON files that stand beside events but hold none. */
const otherFiles: ReadonlySet<string> = new Set(['loop.config.json', 'package.json', 'package-lock.json']);

const noInput =
  'No input. Give a file with events, a directory, or - to read a pipe. Example: loop-adapters explain event.json';

/**
 * Turns the command's arguments into sources, in their order. A directory stands
 * for its `*.json`, `*.ndjson` and `*.jsonl` files (also `.gz`) by name, without
 * `loop.config.json` and `package.json`. `-` is standard input, and so is no
 * argument at all if something is piped in.
 *
 * Every source is looked at before the first one is read, so that a wrong path
 * is told before anything is sent.
 *
 * @throws UsageError if a path doesn't exist or can't be read, a directory holds
 *   no events' file, or there is nothing to read from
 */
export async function findInputSources(paths: readonly string[], io: Pick<Io, 'stdin'>): Promise<InputSource[]> {
  if (paths.length === 0) {
    if (io.stdin.isTTY === true) throw new UsageError(noInput);
    return [standardInput(io)];
  }
  if (paths.filter((given) => given === '-').length > 1) {
    throw new UsageError('Standard input (-) was given twice. It can be read only once.');
  }
  const sources: InputSource[] = [];
  for (const given of paths) {
    sources.push(...(given === '-' ? [standardInput(io)] : await sourcesAt(given)));
  }
  return sources;
}

/** Size of all sources in bytes; null if one of them is a pipe. */
export function totalBytes(sources: readonly InputSource[]): number | null {
  let total = 0;
  for (const { sizeBytes } of sources) {
    if (sizeBytes === null) return null;
    total += sizeBytes;
  }
  return total;
}

function standardInput(io: Pick<Io, 'stdin'>): InputSource {
  return { name: 'stdin', sizeBytes: null, open: () => io.stdin };
}

async function sourcesAt(given: string): Promise<InputSource[]> {
  const found = await look(given);
  if (!found.isDirectory()) return [fileSource(given, found)];

  const names = (await readdir(given)).filter((name) => eventFile.test(name) && !otherFiles.has(name)).sort();
  if (names.length === 0) {
    throw new UsageError(
      `${given} is a directory without *.json, *.ndjson or *.jsonl files. Give the file's own path.`,
    );
  }
  const sources: InputSource[] = [];
  for (const name of names) {
    const file = path.join(given, name);
    const stats = await look(file);
    if (!stats.isDirectory()) sources.push(fileSource(file, stats));
  }
  return sources;
}

function fileSource(file: string, stats: Stats): InputSource {
  return {
    name: file,
    sizeBytes: stats.isFile() ? stats.size : null,
    open: () => createReadStream(file),
  };
}

async function look(file: string): Promise<Stats> {
  try {
    await access(file, constants.R_OK);
    return await stat(file);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UsageError(`${file} does not exist. Check the path; it is read from the current directory.`);
    }
    throw new UsageError(`${file} can't be read (${code}).`);
  }
}
