import { clientForm, createClient, readAdapterSettings, type ClientSettings } from '@loop-adapters/client';
import { sha256, sha512 } from '@loop-adapters/core/hash';
import type { RSACustomIntegration } from '@rudderstack/analytics-js' with { 'resolution-mode': 'import' };
import { loggerReport } from './logger-report.js';
import { toEvent } from './to-event.js';

/**
 * Makes the integration for `analytics.addCustomIntegration(destinationId, …)` of RudderStack's JavaScript SDK: the
 * SDK's `track`, `identify` and `page` go from the page to Loop.
 *
 * Its functions never throw and keep nobody waiting. What became of an event stands in the SDK's log: what was sent at
 * the level `DEBUG`, what was skipped at `INFO`, what is wrong at `WARN`.
 *
 * @param settings the core's settings, and what only the app knows (`ip`, `advertisingId`, `device.model`, …), each as a
 *   value or as a function that may be asynchronous.
 * @throws SettingsError that lists every problem of the settings.
 */
export function createLoopIntegration(settings: ClientSettings): RSACustomIntegration {
  readAdapterSettings(clientForm, settings);
  const log = loggerReport();
  const client = createClient(settings, { sha256, sha512, report: log.report });
  const send: NonNullable<RSACustomIntegration['track']> = (_analytics, logger, { message }) => {
    log.useLogger(logger);
    client.send(toEvent(message));
  };
  return {
    init: (_config, _analytics, logger) => {
      log.useLogger(logger);
      client.start();
    },
    isReady: () => true,
    track: send,
    identify: send,
    page: send,
  };
}
