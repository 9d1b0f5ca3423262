import {
  createTranslator,
  describeSettingsProblem,
  SettingsError,
  type SettingsInput,
  type Translator,
} from '@loop-adapters/core/bare';
import { countryReader } from '@loop-adapters/core/countries';
import { nodeHash } from '@loop-adapters/core/node';
import { normalizePhone } from '@loop-adapters/core/phone';
import { inEnglish } from '@loop-adapters/core/sentences';

import { UsageError } from '../terminal/usage-error.js';
import type { LoadedSettings } from './load-settings.js';

/**
 * Makes the translator of a command, with Node's own hash. What a command does not need is not loaded: every module
 * costs whoever waits for a first line.
 *
 * @throws UsageError that lists every problem of the settings and where each setting came from
 */
export function createCliTranslator(loaded: LoadedSettings, input: SettingsInput = loaded.input): Translator {
  try {
    return createTranslator(input, { ...nodeHash, normalizePhone, countries: countryReader, describe: inEnglish });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw settingsUsageError("The settings can't be used:", error, loaded.origins);
  }
}

/** Everything that is wrong with settings, below a heading, one line each, with the place that gave it. */
export function settingsUsageError(
  heading: string,
  { problems }: SettingsError,
  origins: ReadonlyMap<string, string>,
): UsageError {
  const lines = problems.map((problem) => {
    const origin = originOf(problem.path, origins);
    const name = problem.path === '' ? 'settings' : problem.path;
    return `  ${describeSettingsProblem(problem, origin === null ? name : `${name} (from ${origin})`)}`;
  });
  return new UsageError([heading, ...lines].join('\n'));
}

/** The place that gave the setting or the nearest one around it. */
function originOf(path: string, origins: ReadonlyMap<string, string>): string | null {
  const parts = path.split('.');
  while (parts.length > 0) {
    const origin = origins.get(parts.join('.'));
    if (origin !== undefined) return origin;
    parts.pop();
  }
  return null;
}
