import type { ComposedEvent } from './compose-event';
import { createTranslator, createTranslatorCache, SettingsError } from './core';
import { coreSettings } from './core-settings';
import { endpointProblems } from './public-endpoint';
import type { Settings } from './generated-types';
import { hash } from './hash';
import { settingLabel } from './setting-fields';
import { sentencesFor } from './settings-message';

/** What the dashboard calls a setting, in quotes, so that it stands out in a sentence. */
const describe = sentencesFor((name) => `"${settingLabel(name)}"`);

/** As many customers' settings as are kept compiled. */
const maxKept = 50;

/** The settings of a destination, and which identifiers the mapping of an action has not cleared. */
interface TranslatorKey {
  readonly settings: Settings;
  readonly identifiers: ComposedEvent['identifiers'];
}

/** Of a mapping that has cleared none. */
export const allIdentifiers: TranslatorKey['identifiers'] = { email: true, phone: true, nationalId: true };

/**
 * The translator for settings, compiled once.
 * @throws SettingsError if the settings can't be used; it lists every problem
 */
export const translatorOf = createTranslatorCache(({ settings, identifiers }: TranslatorKey) => {
  const core = coreSettings(settings);
  const wanted = core.identifiers ?? {};
  const problems = endpointProblems(core.endpoint);
  try {
    const translator = createTranslator(
      {
        ...core,
        identifiers: {
          email: identifiers.email && wanted.email !== false,
          phone: identifiers.phone && wanted.phone !== false,
          nationalId: identifiers.nationalId && wanted.nationalId !== false,
        },
      },
      { ...hash, describe },
    );
    if (problems.length === 0) return translator;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    problems.unshift(...error.problems.filter(({ path }) => problems.every((ours) => ours.path !== path)));
  }
  throw new SettingsError(problems);
}, maxKept);
