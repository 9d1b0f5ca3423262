/** How long a relay says that it is not ready after events could not be kept, in milliseconds: it doubles each time. */
const firstPauseMs = 5000;
const longestPauseMs = 60_000;

/**
 * Whether it is likely that events can be kept. Nobody knows before some come: so after a failure it says no for a
 * while, then yes for a try, and no for longer if that fails too. A load balancer that asks is not sent back and forth
 * every few seconds.
 */
export class Readiness {
  readonly #now: () => number;
  #pauseMs = firstPauseMs;
  #untilMs = Number.NEGATIVE_INFINITY;

  /** @param now the time in milliseconds, of a clock that only goes forward */
  constructor(now: () => number) {
    this.#now = now;
  }

  isLikely(): boolean {
    return this.#now() >= this.#untilMs;
  }

  kept(): void {
    this.#pauseMs = firstPauseMs;
    this.#untilMs = Number.NEGATIVE_INFINITY;
  }

  /** Many that fail together are one sign. */
  notKept(): void {
    if (!this.isLikely()) return;
    this.#untilMs = this.#now() + this.#pauseMs;
    this.#pauseMs = Math.min(2 * this.#pauseMs, longestPauseMs);
  }
}
