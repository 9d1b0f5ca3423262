import { normalizeSourceHash } from '@loop-adapters/core/bare';

import { readSetting } from './read-setting.js';
import type { SettingOption } from './setting-options.js';

/** What was given on the command line, by commander's attribute name. */
export type FlagValues = Readonly<Record<string, unknown>>;

/** A setting that a flag or a variable can give. A secret has no flag: other people of the machine would see it. */
export type GivenOption = Omit<SettingOption, 'flag'> & { readonly flag: string | null };

/** Settings as they were given, and the place that gave each one. */
export interface AppliedOptions {
  readonly values: Layer;
  /** `--country`, `LOOP_COUNTRY` or the file's name, by the setting's path. */
  readonly origins: ReadonlyMap<string, string>;
}

type Layer = Record<string, unknown>;

/**
 * Puts what variables and flags give on top of what the file gives: a flag wins over the environment, the environment
 * over the file.
 *
 * @param fromFile the settings of the file, which stay as they are
 * @param fileName the file's name, for the origins; null if there is none
 * @param environment an empty variable counts as not set
 * @throws UsageError if a value can't be read
 */
export function applyOptions(
  options: readonly GivenOption[],
  fromFile: Readonly<Record<string, unknown>>,
  fileName: string | null,
  flags: FlagValues,
  environment: Readonly<Record<string, string | undefined>>,
): AppliedOptions {
  const values = structuredClone(fromFile) as Layer;
  const origins = new Map<string, string>();
  if (fileName !== null) for (const key of Object.keys(values)) origins.set(key, fileName);

  for (const option of options) {
    const text = option.variable === null ? undefined : environment[option.variable];
    if (text === undefined || text === '') continue;
    put(values, origins, option, readSetting(option.kind, text, String(option.variable)), String(option.variable));
  }
  for (const option of options) {
    if (option.flag === null) continue;
    const given = flags[attributeName(option.flag)];
    if (!isGiven(given)) continue;
    const flag = flagName(option.flag);
    put(values, origins, option, readSetting(option.kind, given, flag), flag);
  }
  return { values, origins };
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
export function attributeName(flag: string): string {
  return flagName(flag)
    .slice(2)
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function put(values: Layer, origins: Map<string, string>, option: GivenOption, value: unknown, origin: string): void {
  const [parent, child] = option.path.split('.') as [string, string | undefined];
  origins.set(option.path, origin);
  if (child === undefined) {
    values[parent] = parent === 'sources' ? { ...asLayer(values[parent]), ...asLayer(value) } : value;
    return;
  }
  const weaker = values[parent];
  const kept = parent === 'sourceHash' && typeof weaker === 'string' ? normalizeSourceHash(weaker) : asLayer(weaker);
  values[parent] = { ...kept, [child]: value };
}

function asLayer(value: unknown): Layer {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Layer) : {};
}
