import type { RequestClient } from '@segment/actions-core';
import { InvalidAuthenticationError, RetryableError } from '@segment/actions-core';
import type { CredentialCheck, Translator } from './core';
import { credentialCheckUrl, hasSource, platforms, readCredentialCheck, SettingsError } from './core';
import type { Settings } from './generated-types';
import { requestOptions } from './send-event';
import { settingLabel } from './setting-fields';
import { settingsMessage } from './settings-message';
import { allIdentifiers, translatorOf } from './translator-cache';

/**
 * Checks the settings and asks Loop about every source hash that is set.
 * @throws InvalidAuthenticationError for settings that can't be used and for a source hash that Loop does not know
 * @throws RetryableError if Loop could not be asked
 */
export async function checkCredentials(request: RequestClient, settings: Settings): Promise<void> {
  const { sourceHash, endpoint } = readSettings(settings);
  if (!hasSource({ sourceHash })) {
    throw new InvalidAuthenticationError('Enter the source hash for Android, the one for iOS, or both.');
  }
  const results = await Promise.all(
    platforms.map(async (platform) => {
      const hash = sourceHash[platform];
      return hash === undefined ? 'accepted' : await ask(request, credentialCheckUrl(hash, endpoint));
    }),
  );
  const labels = (result: CredentialCheck): string =>
    platforms
      .filter((_, index) => results[index] === result)
      .map((platform) => settingLabel(`${platform}SourceHash`))
      .join(' and ');
  if (results.includes('wrong_source_hash')) {
    throw new InvalidAuthenticationError(
      `Loop does not know this: ${labels('wrong_source_hash')}. Copy it again from Loop, without spaces.`,
    );
  }
  if (results.includes('unreachable')) {
    throw new RetryableError(
      `Loop could not be reached, so nobody knows yet if this is right: ${labels('unreachable')}. Try again later.`,
    );
  }
}

function readSettings(settings: Settings): Translator['settings'] {
  try {
    return translatorOf({ settings, identifiers: allIdentifiers }).settings;
  } catch (error) {
    if (error instanceof SettingsError) throw new InvalidAuthenticationError(settingsMessage(error, settingLabel));
    throw error;
  }
}

async function ask(request: RequestClient, url: string): Promise<CredentialCheck> {
  try {
    const { status, content } = await request(url, requestOptions);
    return readCredentialCheck(status, content);
  } catch {
    // The error is not passed on: its message holds the URL, and that holds the source hash.
    return readCredentialCheck(0, '');
  }
}
