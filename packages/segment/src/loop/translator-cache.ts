import type { ComposedEvent } from './compose-event';
import { createTranslator, createTranslatorCache, nodeHash } from './core';
import { coreSettings } from './core-settings';
import type { Settings } from './generated-types';

/** As many customers' settings as are kept compiled. */
const maxKept = 50;

/** The settings of a destination, and which identifiers the mapping of an action has not cleared. */
interface TranslatorKey {
  readonly settings: Settings;
  readonly identifiers: ComposedEvent['identifiers'];
}

/**
 * The translator for settings, compiled once.
 * @throws SettingsError if the settings can't be used
 */
export const translatorOf = createTranslatorCache(({ settings, identifiers }: TranslatorKey) => {
  const core = coreSettings(settings);
  const wanted = core.identifiers ?? {};
  return createTranslator(
    {
      ...core,
      identifiers: {
        email: identifiers.email && wanted.email !== false,
        phone: identifiers.phone && wanted.phone !== false,
        nationalId: identifiers.nationalId && wanted.nationalId !== false,
      },
    },
    nodeHash,
  );
}, maxKept);
