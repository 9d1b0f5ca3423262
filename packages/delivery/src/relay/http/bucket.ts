/** How fast a bucket fills, and how much it holds. */
export interface BucketSize {
  readonly perSecond: number;
  readonly capacity: number;
}

/**
 * A rate limit: it holds so many events and fills at so many a second. As long as anything is in it, a whole batch is
 * taken, so a large one does not starve because others are small; what is missing then is a debt, of one batch at most.
 */
export class Bucket {
  readonly #size: BucketSize;
  #level: number;
  #atMs: number;

  /** @param nowMs the time of a clock that only goes forward; in milliseconds, as in every method */
  constructor(size: BucketSize, nowMs: number) {
    this.#size = size;
    this.#level = size.capacity;
    this.#atMs = nowMs;
  }

  /** How long to wait until something is in it, in whole seconds, rounded up; 0 if there is now. */
  waitSeconds(nowMs: number): number {
    this.#fill(nowMs);
    return this.#level >= 1 ? 0 : Math.ceil((1 - this.#level) / this.#size.perSecond);
  }

  /** Takes so many out. */
  take(events: number, nowMs: number): void {
    this.#fill(nowMs);
    this.#level -= events;
  }

  /** Puts back what was taken and not used. */
  giveBack(events: number): void {
    this.#level = Math.min(this.#size.capacity, this.#level + events);
  }

  isFull(nowMs: number): boolean {
    this.#fill(nowMs);
    return this.#level >= this.#size.capacity;
  }

  #fill(nowMs: number): void {
    const { perSecond, capacity } = this.#size;
    this.#level = Math.min(capacity, this.#level + ((nowMs - this.#atMs) / 1000) * perSecond);
    this.#atMs = nowMs;
  }
}
