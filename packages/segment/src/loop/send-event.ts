import type { RequestClient } from '@segment/actions-core';
import { buildOutcome } from './build-outcome';
import { SettingsError, type Fields } from './core';
import { deliver, failed, type Delivery } from './delivery';
import type { Settings } from './generated-types';
import { settingsMessage } from './settings-message';
import { translatorOf } from './translator-cache';

/**
 * Sends one event to Loop: the one path of single events and of batches. Never rejects.
 *
 * @param request Segment's client
 * @param settings the destination's settings
 * @param fields the mapped fields under the names of the core's table
 */
export async function sendEvent(request: RequestClient, settings: Settings, fields: Fields): Promise<Delivery> {
  try {
    const outcome = buildOutcome(translatorOf(settings), fields);
    return await deliver(outcome, async (url) => {
      const { status } = await request(url, requestOptions);
      return status;
    });
  } catch (error) {
    if (error instanceof SettingsError) return failed('settings', null, settingsMessage(error));
    throw error;
  }
}

/** A redirect is not followed, because the URL holds the source hash. */
export const requestOptions = {
  method: 'GET',
  redirect: 'manual',
  throwHttpErrors: false,
  skipResponseCloning: true,
} as const;
