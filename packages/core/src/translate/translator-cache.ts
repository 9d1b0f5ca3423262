import { SettingsError } from '../settings/settings-error.js';
import type { Translator } from './translator.js';

/** What became of settings: a translator, or why there is none. */
type Compiled = { readonly translator: Translator } | { readonly error: SettingsError };

/**
 * Keeps a translator for each of the settings that were used last: platforms hand over a new object with every event,
 * so settings are told apart by their content. Settings that are wrong are checked once, too.
 *
 * @param compile makes the translator of settings in the platform's own form
 * @param maxKept so many are kept, because they hold source hashes, and because a template in the settings
 *   (`{{ … }}`) makes others of them with every event
 * @returns a function from settings to their translator. It throws the SettingsError that `compile` threw.
 * @example
 * const translatorOf = createTranslatorCache((config: Config) => createTranslator(readConfig(config)), 50);
 */
export function createTranslatorCache<S>(
  compile: (settings: S) => Translator,
  maxKept: number,
): (settings: S) => Translator {
  const kept = new Map<string, Compiled>();
  /** Most events come in a row with the same settings, and to move a key in a map costs as much as to hash a person. */
  let latest: { readonly key: string; readonly compiled: Compiled } | undefined;

  function look(key: string, settings: S): Compiled {
    const compiled = kept.get(key) ?? compileOnce(settings);
    // The one used last goes to the end, so that the first one is the one to give up.
    kept.delete(key);
    kept.set(key, compiled);
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    return compiled;
  }

  function compileOnce(settings: S): Compiled {
    try {
      return { translator: compile(settings) };
    } catch (error) {
      if (error instanceof SettingsError) return { error };
      throw error;
    }
  }

  return (settings) => {
    // `undefined` has no JSON, and is wrong in the same way as an empty object.
    const key = JSON.stringify(settings ?? {});
    if (latest?.key !== key) latest = { key, compiled: look(key, settings) };
    if ('error' in latest.compiled) throw latest.compiled.error;
    return latest.compiled.translator;
  };
}
