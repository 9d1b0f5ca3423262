import type { Describe } from './describe.js';
import type { Invalid } from './outcome.js';
import { noSentence } from './tools.js';

/**
 * The outcome of a run that threw. An event that throws when it is read is the event's fault (`unreadable_event`);
 * everything else is ours (`internal_error`). What was thrown is not looked at: its message may hold values of the event.
 *
 * @param event what the run was given
 * @param describe makes the sentence; without it there is none
 * @example
 * const { proxy, revoke } = Proxy.revocable({}, {});
 * revoke();
 * faultOf(proxy).problems[0].code; // 'unreadable_event'
 */
export function faultOf(event: unknown, describe: Describe = noSentence): Invalid {
  const code = isReadable(event) ? 'internal_error' : 'unreadable_event';
  return {
    status: 'invalid',
    problems: [{ code, parameter: null, source: null, message: describe({ code, parameter: null }) }],
    notes: [],
  };
}

/** So many objects are looked at: an event holds a few dozen, and a hostile one must not keep us busy. */
const maxObjects = 10_000;

/** Whether every key and every value in there can be read. A getter may throw, and so does a revoked proxy. */
function isReadable(event: unknown): boolean {
  const found: unknown[] = [event];
  const seen = new Set<unknown>();
  try {
    for (let index = 0; index < found.length && seen.size < maxObjects; index++) {
      const object = found[index];
      if (typeof object !== 'object' || object === null || seen.has(object)) continue;
      seen.add(object);
      for (const key of Object.keys(object)) found.push((object as Readonly<Record<string, unknown>>)[key]);
    }
    return true;
  } catch {
    return false;
  }
}
