import { createTranslator, nodeHash, type Translator } from './core';
import { coreSettings } from './core-settings';
import type { Settings } from './generated-types';

/** As many customers' settings as are kept compiled. */
const maxTranslators = 50;

/** Segment passes a new object with every event, so the settings are told apart by their content. */
const translators = new Map<string, Translator>();

/**
 * The translator for settings: compiled once, and forgotten when many others were used since, because it holds the
 * source hash.
 * @throws SettingsError if the settings can't be used
 */
export function translatorOf(settings: Settings): Translator {
  const key = JSON.stringify(settings);
  const translator = translators.get(key) ?? createTranslator(coreSettings(settings), nodeHash);
  translators.delete(key);
  translators.set(key, translator);
  const [oldest] = translators.keys();
  if (translators.size > maxTranslators && oldest !== undefined) translators.delete(oldest);
  return translator;
}
