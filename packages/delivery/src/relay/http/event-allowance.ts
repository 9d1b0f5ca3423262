/**
 * The relay's own rate limit: so many events a second, and as many at once. A batch that is larger than what is left
 * is still taken, and the next request waits for it: a batch must not starve because others are small.
 */
export class EventAllowance {
  readonly #perSecond: number;
  readonly #now: () => number;
  #left: number;
  #atMs: number;

  /**
   * @param perSecond events a second
   * @param now the time in milliseconds, of a clock that only goes forward
   */
  constructor(perSecond: number, now: () => number) {
    this.#perSecond = perSecond;
    this.#now = now;
    this.#left = Math.max(perSecond, 1);
    this.#atMs = now();
  }

  /** How long to wait until an event is taken, in whole seconds, rounded up; 0 if one is taken now. */
  waitSeconds(): number {
    this.#refill();
    return this.#left >= 1 ? 0 : Math.ceil((1 - this.#left) / this.#perSecond);
  }

  /** Takes so many events off what is left. */
  take(events: number): void {
    this.#refill();
    this.#left -= events;
  }

  #refill(): void {
    const nowMs = this.#now();
    const room = Math.max(this.#perSecond, 1);
    this.#left = Math.min(room, this.#left + ((nowMs - this.#atMs) / 1000) * this.#perSecond);
    this.#atMs = nowMs;
  }
}
