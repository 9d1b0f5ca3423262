import { isForLoop } from '../permission/integrations.js';
import type { Describe } from './describe.js';
import type { Skipped } from './outcome.js';
import { noSentence } from './tools.js';

/**
 * The outcome of an event whose `integrations` keep it from Loop; null if they do not. Where no platform has filtered
 * before, the entry point asks this before it translates: the relay, `send`, a page.
 *
 * @param describe makes the sentence, for instance `inEnglish`; without it there is none
 * @example notForLoop({ type: 'track', integrations: { Loop: false } }, inEnglish)?.reason.code // 'not_for_loop'
 */
export function notForLoop(event: unknown, describe: Describe = noSentence): Skipped | null {
  if (isForLoop(event)) return null;
  const code = 'not_for_loop';
  const message = describe({ code, parameter: null });
  return { status: 'skipped', reason: { code, parameter: null, source: 'integrations', message }, notes: [] };
}
