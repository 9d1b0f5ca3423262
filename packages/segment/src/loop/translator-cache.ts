import { createTranslator, createTranslatorCache, nodeHash } from './core';
import { coreSettings } from './core-settings';
import type { Settings } from './generated-types';

/** As many customers' settings as are kept compiled. */
const maxKept = 50;

/**
 * The translator for settings, compiled once.
 * @throws SettingsError if the settings can't be used
 */
export const translatorOf = createTranslatorCache(
  (settings: Settings) => createTranslator(coreSettings(settings), nodeHash),
  maxKept,
);
