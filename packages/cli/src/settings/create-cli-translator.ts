import { createTranslator, SettingsError, type SettingsInput, type Translator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';

import { UsageError } from '../terminal/usage-error.js';
import type { LoadedSettings } from './load-settings.js';

/**
 * Makes the translator of a command, with Node's own hash.
 *
 * @throws UsageError that lists every problem of the settings and where each setting came from
 */
export function createCliTranslator(loaded: LoadedSettings, input: SettingsInput = loaded.input): Translator {
  try {
    return createTranslator(input, nodeHash);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const lines = error.problems.map(({ path, message }) => {
      const origin = originOf(path, loaded.origins);
      return `  ${path === '' ? 'settings' : path}${origin === null ? '' : ` (from ${origin})`}: ${message}`;
    });
    throw new UsageError(["The settings can't be used:", ...lines].join('\n'));
  }
}

/** The place that gave the setting or the nearest one around it. */
export function originOf(path: string, origins: ReadonlyMap<string, string>): string | null {
  const parts = path.split('.');
  while (parts.length > 0) {
    const origin = origins.get(parts.join('.'));
    if (origin !== undefined) return origin;
    parts.pop();
  }
  return null;
}
