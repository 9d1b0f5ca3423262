import { isThenable, type Eventual } from './eventual.js';
import type { TimeLimit } from './time-limit.js';

/**
 * A value that only the host app knows: the value itself, or a function that returns it or a promise of it.
 * `null`, `undefined` and `''` mean that there is none.
 */
export type HostValue<T> = T | null | undefined | (() => Eventual<T | null | undefined>);

/** What came of asking the host app. `failed` and `timed_out` come with no value. */
export interface HostAnswer {
  readonly value: unknown;
  readonly failure: 'failed' | 'timed_out' | null;
}

const failed: HostAnswer = { value: undefined, failure: 'failed' };
const timedOut: HostAnswer = { value: undefined, failure: 'timed_out' };

/** Asks the host app for one value. */
export interface HostValueReader {
  /** The answer: at once if it is known or the function is synchronous. Never throws, never rejects. */
  readonly read: () => Eventual<HostAnswer>;
  /** Forgets the answer, so that the function is asked again. */
  readonly reset: () => void;
}

/**
 * @param source the value or the function
 * @param keeps whether an answer is kept until `reset`; a permission is asked for anew every time, because people
 *   change their minds
 * @param limit bounds the wait for a promise
 */
export function createHostValueReader(source: unknown, keeps: boolean, limit: TimeLimit): HostValueReader {
  let kept: HostAnswer | null = null;
  let asking: PromiseLike<HostAnswer> | null = null;

  function ask(question: () => unknown): Eventual<HostAnswer> {
    let result: unknown;
    try {
      result = question();
    } catch {
      return failed;
    }
    if (!isThenable(result)) return keep(result);
    const answering: Promise<HostAnswer> = Promise.resolve(result).then(
      (value) => {
        // After a reset the answer belongs to the person before.
        if (asking !== answering) return { value, failure: null };
        asking = null;
        return keep(value);
      },
      () => {
        if (asking === answering) asking = null;
        return failed;
      },
    );
    return answering;
  }

  /** That there is none is not kept: an advertising ID may be there once the person has been asked. */
  function keep(value: unknown): HostAnswer {
    const answer: HostAnswer = { value, failure: null };
    if (keeps && !isNone(value)) kept = answer;
    return answer;
  }

  return {
    read() {
      if (typeof source !== 'function') return { value: source, failure: null };
      if (kept !== null) return kept;
      if (asking === null) {
        const answer = ask(source as () => unknown);
        if (!isThenable(answer)) return answer;
        asking = answer;
      }
      return limit.race(asking, timedOut);
    },
    reset() {
      kept = null;
      asking = null;
    },
  };
}

/** Nothing, or the all-zero ID of a device whose owner has not allowed tracking (yet). */
function isNone(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && /^[\s0-]*$/.test(value));
}
