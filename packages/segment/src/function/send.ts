import { createTranslator, SettingsError, type Translator } from '../loop/core';
import { coreSettings } from '../loop/core-settings';
import { deliver, failed, type Delivery } from '../loop/delivery';
import { sentencesFor, settingsMessage } from '../loop/settings-message';
import { dryRun, isDryRun as readDryRun } from './dry-run';
import { unknownSettings, type FunctionSettings } from './function-settings';
import { withoutHashed } from './hashed-identifiers';
import type { Runtime } from './runtime';
import { maxCallMs, minRequestMs } from './timing';

/**
 * Makes what sends the events of one call. It stops before Segment would cut the call off: what could not be sent by
 * then is reported as "again", so Segment sends those events once more and no others.
 *
 * @param runtime Segment's
 * @param settings of the function. They are read for each call and kept nowhere: a function's globals are shared.
 * @returns sends one event and tells what became of it. It never rejects.
 */
export function createSend(
  runtime: Pick<Runtime, 'fetch'>,
  settings: FunctionSettings,
): (event: unknown) => Promise<Delivery> {
  const deadline = Date.now() + maxCallMs;
  const translator = readSettings(settings);
  if (typeof translator === 'string') return () => Promise.resolve(failed('settings', null, translator));
  const isDryRun = readDryRun(settings);
  return (event) => {
    const outcome = withoutHashed(translator.translate(event));
    if (isDryRun && outcome.status === 'ready') return Promise.resolve(dryRun(outcome));
    return deliver(outcome, async (url) => {
      const timeout = deadline - Date.now();
      if (timeout < minRequestMs) throw new Error('There was no time left for it in this call.');
      return await get(runtime.fetch, url, timeout);
    });
  };
}

/** A translator, or what is wrong with the settings. */
function readSettings(settings: FunctionSettings): Translator | string {
  const unknown = unknownSettings(settings);
  if (unknown.length > 0) return `The settings of Loop can't be used. ${unknown.join(' ')}`;
  try {
    return createTranslator(coreSettings(settings), { describe });
  } catch (error) {
    if (error instanceof SettingsError) return settingsMessage(error, (name) => name);
    throw error;
  }
}

const describe = sentencesFor((name) => name);

/** A redirect is not followed, because the URL holds the source hash. */
async function get(fetch: Runtime['fetch'], url: string, timeout: number): Promise<number> {
  const response = await fetch(url, { method: 'GET', redirect: 'manual', timeout });
  // Until the body is read, the connection is not free. What it says does not matter.
  await response.text().catch(() => '');
  return response.status;
}
