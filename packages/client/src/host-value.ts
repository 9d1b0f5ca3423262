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
export class HostValueReader {
  private kept: HostAnswer | null = null;
  private asking: PromiseLike<HostAnswer> | null = null;

  /**
   * @param source the value or the function
   * @param keeps whether an answer is kept until {@link reset}; a permission is asked for anew every time, because
   *   people change their minds
   * @param limit bounds the wait for a promise
   */
  constructor(
    private readonly source: unknown,
    private readonly keeps: boolean,
    private readonly limit: TimeLimit,
  ) {}

  /** The answer: at once if it is known or the function is synchronous. Never throws, never rejects. */
  read(): Eventual<HostAnswer> {
    if (typeof this.source !== 'function') return { value: this.source, failure: null };
    if (this.kept !== null) return this.kept;
    if (this.asking === null) {
      const answer = this.ask(this.source as () => unknown);
      if (!isThenable(answer)) return answer;
      this.asking = answer;
    }
    return this.limit.race(this.asking, timedOut);
  }

  /** Forgets the answer, so that the function is asked again. */
  reset(): void {
    this.kept = null;
    this.asking = null;
  }

  private ask(source: () => unknown): Eventual<HostAnswer> {
    let result: unknown;
    try {
      result = source();
    } catch {
      return failed;
    }
    if (!isThenable(result)) return this.keep(result);
    const asking: Promise<HostAnswer> = Promise.resolve(result).then(
      (value) => {
        // After a reset the answer belongs to the person before.
        if (this.asking !== asking) return { value, failure: null };
        this.asking = null;
        return this.keep(value);
      },
      () => {
        if (this.asking === asking) this.asking = null;
        return failed;
      },
    );
    return asking;
  }

  /** That there is none is not kept: an advertising ID may be there once the person has been asked. */
  private keep(value: unknown): HostAnswer {
    const answer: HostAnswer = { value, failure: null };
    if (this.keeps && !isNone(value)) this.kept = answer;
    return answer;
  }
}

/** Nothing, or the all-zero ID of a device whose owner has not allowed tracking (yet). */
function isNone(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && /^[\s0-]*$/.test(value));
}
