import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { errorCode } from '../terminal/error-code.js';
import { UsageError } from '../terminal/usage-error.js';

/** The settings' file that is read from the current directory if none is named. */
const defaultConfigFile = 'loop.config.json';

export interface ConfigFile {
  /** The path as messages show it. */
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The part of it that is the relay's; undefined if there is none. */
  readonly serve: unknown;
}

/**
 * Reads the settings' file. A `$schema` in it, which editors use, is no setting; `serve` is the relay's.
 *
 * @param named the path that a flag or variable gave; null reads `loop.config.json` if it exists
 * @param directory the current directory
 * @returns null if none was named and there is none
 * @throws UsageError if the file is missing, is no JSON or no object. The message does not quote it:
 *   it may hold a source hash
 */
export async function readConfigFile(named: string | null, directory: string): Promise<ConfigFile | null> {
  const name = named ?? defaultConfigFile;
  let text: string;
  try {
    text = await readFile(path.resolve(directory, name), 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (named === null && code === 'ENOENT') return null;
    throw new UsageError(
      code === 'ENOENT'
        ? `The settings' file ${name} does not exist.`
        : `The settings' file ${name} can't be read (${code}).`,
    );
  }
  const { $schema: _, serve, ...settings } = parseObject(name, text);
  return { name, settings, serve };
}

function parseObject(name: string, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`The settings' file ${name} is not valid JSON. Look for a missing comma, quote or bracket.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`The settings' file ${name} must hold a JSON object, such as { "country": "AR" }.`);
  }
  return value as Record<string, unknown>;
}
