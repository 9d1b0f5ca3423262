import type { Clock } from './clock.js';

/**
 * How late the timer may be without the rate suffering: what a late timer missed is made up for, up to this. It is
 * also the most that can go out at once beyond the rate. In milliseconds.
 */
const slackMs = 10;

/** Spaces requests out evenly, so that no more than so many go out in a second. */
export class Pace {
  readonly #intervalMs: number;
  readonly #clock: Clock;
  #nextMs = 0;

  constructor(perSecond: number, clock: Clock) {
    this.#intervalMs = 1000 / perSecond;
    this.#clock = clock;
  }

  /** Takes the turn of one request. Returns 0 if it may go now, else the milliseconds until it is worth asking again. */
  take(): number {
    const now = this.#clock.now();
    // A clock that was set back must not stop the sending.
    this.#nextMs = Math.min(Math.max(this.#nextMs, now - slackMs), now + this.#intervalMs);
    if (this.#nextMs > now) return Math.ceil(this.#nextMs - now);
    this.#nextMs += this.#intervalMs;
    return 0;
  }
}
