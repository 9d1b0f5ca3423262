import type { SettingsInput } from '@loop-adapters/core';

import { applyOptions, type FlagValues } from './apply-options.js';
import { readConfigFile } from './config-file.js';
import { settingOptions } from './setting-options.js';

export { flagName, type FlagValues } from './apply-options.js';

/** Settings as they were given, before the core has checked them, and where each came from. */
export interface LoadedSettings {
  readonly input: SettingsInput;
  /** `--country`, `LOOP_COUNTRY` or the file's name, by the setting's path. */
  readonly origins: ReadonlyMap<string, string>;
  /** The settings' file, null if there was none. */
  readonly configFile: string | null;
  /** The part of the file that is the relay's, as it stands there; undefined if there is none. */
  readonly serve: unknown;
}

/**
 * Puts the settings together: a flag wins over the environment, the environment
 * over the file. A source hash for one platform wins over one for both from a
 * weaker place, which then stays for the other platform.
 *
 * @param flags commander's option values
 * @param environment usually `process.env`; an empty variable counts as not set
 * @param directory where `loop.config.json` is looked for, usually the current one
 * @throws UsageError if the file or a value can't be read
 */
export async function loadSettings(
  flags: FlagValues,
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): Promise<LoadedSettings> {
  const named = typeof flags['config'] === 'string' ? flags['config'] : environment['LOOP_CONFIG'];
  const file = await readConfigFile(named === undefined || named === '' ? null : named, directory);

  const { values, origins } = applyOptions(
    settingOptions,
    file?.settings ?? {},
    file?.name ?? null,
    flags,
    environment,
  );
  return { input: values, origins, configFile: file?.name ?? null, serve: file?.serve };
}
