import { Bucket, type BucketSize } from './bucket.js';

/** Most buckets that are kept. Each is some hundred bytes, and anybody with a range of addresses can ask for many. */
const maxBuckets = 20_000;

/** One bucket for each address, or for each write key. A full bucket says nothing, so only the others are kept. */
export class Buckets {
  readonly #size: BucketSize;
  readonly #now: () => number;
  readonly #max: number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param now the time in milliseconds, of a clock that only goes forward */
  constructor(size: BucketSize, now: () => number, max = maxBuckets) {
    this.#size = size;
    this.#now = now;
    this.#max = max;
  }

  /** How long to wait until something is taken under this name, in whole seconds; 0 if it is now. */
  waitSeconds(name: string): number {
    return this.#buckets.get(name)?.waitSeconds(this.#now()) ?? 0;
  }

  take(name: string, events: number): void {
    let bucket = this.#buckets.get(name);
    if (bucket === undefined) {
      if (this.#buckets.size >= this.#max) this.#makeRoom();
      bucket = new Bucket(this.#size, this.#now());
      this.#buckets.set(name, bucket);
    }
    bucket.take(events, this.#now());
  }

  giveBack(name: string, events: number): void {
    this.#buckets.get(name)?.giveBack(events);
  }

  get count(): number {
    return this.#buckets.size;
  }

  /** Forgets the full ones; if there are hardly any, the older half. */
  #makeRoom(): void {
    const nowMs = this.#now();
    for (const [name, bucket] of this.#buckets) if (bucket.isFull(nowMs)) this.#buckets.delete(name);
    let surplus = this.#buckets.size - this.#max / 2;
    for (const name of this.#buckets.keys()) {
      if (surplus-- <= 0) return;
      this.#buckets.delete(name);
    }
  }
}
