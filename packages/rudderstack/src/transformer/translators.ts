import {
  createTranslator,
  createTranslatorCache,
  hasSource,
  missingSource,
  sentencesIn,
  SettingsError,
  settingsLines,
  type Translator,
} from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { ConfigurationError } from '@rudderstack/integrations-lib';
import { fieldName } from '../dashboard/field-name.js';
import { readConfig } from '../dashboard/read-config.js';

/** RudderStack sends a destination's settings with each event. */
const maxKept = 200;

const describe = sentencesIn('en', fieldName);

const translatorOf = createTranslatorCache((config: unknown) => {
  const translator = createTranslator(readConfig(config), { ...nodeHash, describe });
  if (!hasSource(translator.settings)) throw new SettingsError([missingSource()]);
  return translator;
}, maxKept);

/**
 * The translator for a destination's `Config`. Equal settings are compiled once.
 * @throws ConfigurationError that lists everything that is wrong with the settings, by the form's labels.
 */
export function translatorFor(config: unknown): Translator {
  try {
    return translatorOf(config);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new ConfigurationError(
      `The settings of the Loop destination are not usable. ${settingsLines(error.problems, fieldName)}`,
    );
  }
}
