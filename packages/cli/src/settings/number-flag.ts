import { describeSettingsProblem, readSettings, SettingsError, type GroupForm } from '@loop-adapters/core/bare';

import { UsageError } from '../terminal/usage-error.js';

/**
 * Reads the number of a flag.
 *
 * @param value what commander kept; undefined if the flag was not given
 * @returns NaN for what is no number: the form of the setting refuses that, and names its bounds
 */
export function readNumberFlag(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

/**
 * Reads the number of a flag that is no setting, such as `--skip`.
 *
 * @param least the smallest number that it may be
 * @throws UsageError if it is none, or smaller
 */
export function readCountFlag(flag: string, value: unknown, least: number): number | undefined {
  const form: GroupForm = {
    type: 'object',
    entries: { [flag]: { type: 'number', min: least, max: Number.MAX_SAFE_INTEGER } },
  };
  try {
    const number = readNumberFlag(value);
    readSettings(form, { [flag]: number });
    return number;
  } catch (error) {
    if (error instanceof SettingsError) throw flagError(error, new Map());
    throw error;
  }
}

/**
 * What is wrong with flags, one line each.
 *
 * @param flags the flag of each setting, by its path
 */
export function flagError({ problems }: SettingsError, flags: ReadonlyMap<string, string>): UsageError {
  return new UsageError(
    problems.map((problem) => describeSettingsProblem(problem, flags.get(problem.path))).join('\n'),
  );
}
