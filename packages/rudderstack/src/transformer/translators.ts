import { createTranslator, SettingsError, type SettingsProblem, type Translator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { ConfigurationError } from '@rudderstack/integrations-lib';
import { fields } from '../dashboard/fields.js';
import { readConfig } from '../dashboard/read-config.js';

/** A destination's settings, compiled, or why they can't be. */
type Compiled = { readonly translator: Translator } | { readonly problem: string };

/**
 * How many different settings are kept compiled. RudderStack sends a destination's settings with each event;
 * where they hold templates (`{{ … }}`) they differ from event to event, so the number must have a limit.
 */
const limit = 200;

const compiled = new Map<string, Compiled>();

/** Most events come in a row from one destination, and to move a key in a map costs as much as to hash a person. */
let latest: { readonly key: string; readonly found: Compiled } | undefined;

/**
 * The translator for a destination's `Config`. Equal settings are compiled once.
 * @throws ConfigurationError that lists everything that is wrong with the settings, by the form's labels.
 */
export function translatorFor(config: unknown): Translator {
  // `undefined` has no JSON, and is wrong in the same way as an empty object.
  const key = JSON.stringify(config ?? {});
  if (latest?.key !== key) latest = { key, found: look(key, config) };
  if ('problem' in latest.found) throw new ConfigurationError(latest.found.problem);
  return latest.found.translator;
}

function look(key: string, config: unknown): Compiled {
  const found = compiled.get(key) ?? compile(config);
  // The one used last goes to the end, so that the first one is the one to give up.
  compiled.delete(key);
  compiled.set(key, found);
  if (compiled.size > limit) compiled.delete(compiled.keys().next().value ?? key);
  return found;
}

function compile(config: unknown): Compiled {
  const settings = readConfig(config);
  try {
    const translator = createTranslator(settings, nodeHash);
    return settings.sourceHash === undefined && settings.relay === undefined
      ? {
          problem: `${wrong} Fill in a source hash, for Android, for iOS or for both: Loop gives you one per platform.`,
        }
      : { translator };
  } catch (error) {
    if (error instanceof SettingsError) return { problem: `${wrong} ${error.problems.map(describe).join(' ')}` };
    throw error;
  }
}

const wrong = 'The settings of the Loop destination are not usable.';

function describe({ path, message }: SettingsProblem): string {
  const field = fields.find(({ setting }) => path === setting || path.startsWith(`${setting}.`));
  return field === undefined ? `${path}: ${message}` : `"${field.label}" (${field.key}): ${message}`;
}
