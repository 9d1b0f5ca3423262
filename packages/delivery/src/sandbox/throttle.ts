/** Lets so many requests through in each second. */
export class Throttle {
  readonly #perSecond: number;
  readonly #now: () => number;
  #secondMs = Number.NEGATIVE_INFINITY;
  #used = 0;

  constructor(perSecond: number, now: () => number) {
    this.#perSecond = perSecond;
    this.#now = now;
  }

  /** Returns null if the request may pass, else the whole seconds to wait. */
  take(): number | null {
    const now = this.#now();
    if (now - this.#secondMs >= 1000) {
      this.#secondMs = now;
      this.#used = 0;
    }
    this.#used++;
    return this.#used <= this.#perSecond ? null : Math.max(1, Math.ceil((this.#secondMs + 1000 - now) / 1000));
  }
}
