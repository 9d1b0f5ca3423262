import { hasSource, type Translator } from '@loop-adapters/core/bare';

import type { Io } from '../terminal/io.js';
import { createCliTranslator } from './create-cli-translator.js';
import { loadSettings, type FlagValues, type LoadedSettings } from './load-settings.js';
import { UsageError } from '../terminal/usage-error.js';

export interface CommandSettings {
  readonly loaded: LoadedSettings;
  readonly translator: Translator;
}

/** @throws UsageError if the settings can't be used */
export async function readCommandSettings(flags: FlagValues, io: Io): Promise<CommandSettings> {
  const loaded = await loadSettings(flags, io.environment, io.directory);
  return { loaded, translator: createCliTranslator(loaded) };
}

/** Takes the place of a source hash in a dry run. It is never sent, and shown as `***` like a real one. */
const dryRunSourceHash = 'dry-run';

const dryRunNotice =
  'No source hash is set. The dry run goes on as if there were one; to send, set LOOP_SOURCE_HASH to the one that Loop gave you.';

/**
 * Settings for a command that sends nothing: a source hash may be missing, so
 * that the first try of a mapping needs no secret.
 *
 * @returns the settings and, where a source hash is missing, a notice that says so
 */
export async function readDryRunSettings(
  flags: FlagValues,
  io: Io,
): Promise<CommandSettings & { readonly notice: string | null }> {
  const settings = await readCommandSettings(flags, io);
  if (hasSource(settings.translator.settings)) return { ...settings, notice: null };
  const { loaded } = settings;
  const translator = createCliTranslator(loaded, { ...loaded.input, sourceHash: dryRunSourceHash });
  return { loaded, translator, notice: dryRunNotice };
}

/** @throws UsageError if the settings can't be used for sending */
export async function readSendingSettings(flags: FlagValues, io: Io): Promise<CommandSettings> {
  const settings = await readCommandSettings(flags, io);
  if (hasSource(settings.translator.settings)) return settings;
  throw new UsageError(
    'No source hash is set, so nothing can be sent. Set LOOP_SOURCE_HASH, or LOOP_SOURCE_HASH_ANDROID and ' +
      'LOOP_SOURCE_HASH_IOS, to what Loop gave you, or put "sourceHash" into loop.config.json.',
  );
}
