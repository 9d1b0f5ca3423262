import type { SettingsInput } from '@loop-adapters/core';

import { readConfigFile } from './config-file.js';
import { readSetting } from './read-setting.js';
import { settingOptions, type SettingOption } from './setting-options.js';

/** What was given on the command line, by commander's attribute name. */
export type FlagValues = Readonly<Record<string, unknown>>;

/** Settings as they were given, before the core has checked them, and where each came from. */
export interface LoadedSettings {
  readonly input: SettingsInput;
  /** `--country`, `LOOP_COUNTRY` or the file's name, by the setting's path. */
  readonly origins: ReadonlyMap<string, string>;
  /** The settings' file, null if there was none. */
  readonly configFile: string | null;
}

type Layer = Record<string, unknown>;

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

  const settings = structuredClone(file?.settings ?? {}) as Layer;
  const origins = new Map<string, string>();
  if (file !== null) for (const key of Object.keys(settings)) origins.set(key, file.name);

  for (const option of settingOptions) {
    const text = option.variable === null ? undefined : environment[option.variable];
    if (text === undefined || text === '') continue;
    put(settings, origins, option, readSetting(option.kind, text, String(option.variable)), String(option.variable));
  }
  for (const option of settingOptions) {
    const given = flags[attributeName(option.flag)];
    if (!isGiven(given)) continue;
    const flag = flagName(option.flag);
    put(settings, origins, option, readSetting(option.kind, given, flag), flag);
  }
  return { input: settings, origins, configFile: file?.name ?? null };
}

/** The long name of a flag: `--app-id` of `--app-id <id>`. */
export function flagName(flag: string): string {
  return flag.split(' ')[0] ?? flag;
}

/** Commander keeps a text, or a list of texts of a flag that may be given more than once. */
function isGiven(value: unknown): value is string | string[] {
  return typeof value === 'string' || Array.isArray(value);
}

/** The name under which commander keeps a flag's value: `appId` of `--app-id <id>`. */
function attributeName(flag: string): string {
  return flagName(flag)
    .slice(2)
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function put(
  settings: Layer,
  origins: Map<string, string>,
  option: SettingOption,
  value: unknown,
  origin: string,
): void {
  const [parent, child] = option.path.split('.') as [string, string | undefined];
  origins.set(option.path, origin);
  if (child === undefined) {
    settings[parent] = parent === 'sources' ? { ...asLayer(settings[parent]), ...asLayer(value) } : value;
    return;
  }
  const weaker = settings[parent];
  const kept =
    parent === 'sourceHash' && typeof weaker === 'string' ? { android: weaker, ios: weaker } : asLayer(weaker);
  settings[parent] = { ...kept, [child]: value };
}

function asLayer(value: unknown): Layer {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Layer) : {};
}
