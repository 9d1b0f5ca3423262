import type { RequestClient } from '@segment/actions-core';
import type { MappedFields } from './compose-event';
import { composeEvent } from './compose-event';
import { SettingsError } from './core';
import type { Delivery } from './delivery';
import { deliver, failed } from './delivery';
import type { Settings } from './generated-types';
import { settingLabel } from './setting-fields';
import { settingsMessage } from './settings-message';
import { translatorOf } from './translator-cache';

/**
 * Sends one event to Loop: the one path of single events and of batches. Never rejects.
 *
 * @param request Segment's client
 * @param settings the destination's settings
 * @param type `track`, `screen`, `page` or `identify`
 * @param fields what Segment's mapping made of the event
 */
export async function sendEvent(
  request: RequestClient,
  settings: Settings,
  type: string,
  fields: MappedFields,
): Promise<Delivery> {
  try {
    const { event, identifiers } = composeEvent(type, fields);
    const outcome = translatorOf({ settings, identifiers }).translate(event);
    return await deliver(outcome, async (url) => {
      const { status } = await request(url, requestOptions);
      return status;
    });
  } catch (error) {
    if (error instanceof SettingsError) return failed('settings', null, settingsMessage(error, settingLabel));
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
