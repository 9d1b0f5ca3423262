import type { Job, Queue as JobQueue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { DeadLetter, DeadLetterFilter, DeadLetters } from '../dead-letters.js';
import type { AddedTimes } from './added-times.js';
import { dropLetters } from './drop-letters.js';
import { ifStillLeased } from './lost-lease.js';
import type { OpenCalls } from './open-calls.js';
import type { BurialReason, StoredEvent } from './stored-event.js';
import { waitForAll } from './wait-for-all.js';

const pageSize = 500;

/** A dead letter and the job that it is. */
interface Found {
  readonly letter: DeadLetter;
  readonly job: Job<StoredEvent>;
}

/** The key of a dead letter, and when it was given up. */
type Place = readonly [key: string, buriedAtMs: number];

/** The dead letters of a queue in Redis: BullMQ's failed jobs, which it orders by the time when they failed. */
export class RedisDeadLetters implements DeadLetters {
  readonly #redis: Redis;
  readonly #jobs: JobQueue<StoredEvent>;
  readonly #addedTimes: AddedTimes;
  readonly #calls: OpenCalls;
  readonly #onPutBack: () => void;

  /** @param onPutBack called when letters are in the queue again */
  constructor(
    redis: Redis,
    jobs: JobQueue<StoredEvent>,
    addedTimes: AddedTimes,
    calls: OpenCalls,
    onPutBack: () => void,
  ) {
    this.#redis = redis;
    this.#jobs = jobs;
    this.#addedTimes = addedTimes;
    this.#calls = calls;
    this.#onPutBack = onPutBack;
  }

  async *list(filter: DeadLetterFilter = {}): AsyncGenerator<DeadLetter> {
    for await (const page of this.#pages(filter)) for (const { letter } of page) yield letter;
  }

  async retry(filter: DeadLetterFilter = {}): Promise<number> {
    let count = 0;
    for await (const page of this.#pages(filter)) {
      count += await this.#calls.run(() => this.#putBack(page));
      this.#onPutBack();
    }
    return count;
  }

  async drop(filter: DeadLetterFilter = {}): Promise<number> {
    let count = 0;
    for await (const page of this.#pages(filter)) {
      count += await this.#calls.run(() => this.#drop(page.map(({ letter }) => letter.key)));
    }
    return count;
  }

  /**
   * Drops what was given up before `beforeMs`, and the oldest of what is more than `most`.
   *
   * @returns how many
   */
  tidy(beforeMs: number, most: number): Promise<number> {
    return this.#calls.run(async () => {
      let count = 0;
      for (;;) {
        const old = await this.#redis.zrangebyscore(this.#key, '-inf', `(${beforeMs}`, 'LIMIT', 0, pageSize);
        count += await this.#drop(old);
        if (old.length < pageSize) break;
      }
      for (;;) {
        const surplus = Math.min(pageSize, (await this.#redis.zcard(this.#key)) - most);
        if (surplus <= 0) return count;
        count += await this.#drop(await this.#redis.zrange(this.#key, 0, surplus - 1));
      }
    });
  }

  get #key(): string {
    return this.#jobs.toKey('failed');
  }

  #drop(keys: readonly string[]): Promise<number> {
    return dropLetters(this.#redis, this.#jobs.toKey, keys);
  }

  async #putBack(page: readonly Found[]): Promise<number> {
    const nowMs = Date.now();
    await this.#addedTimes.note(
      page.map(({ letter }) => letter.key),
      nowMs,
    );
    let count = 0;
    await waitForAll(
      page.map(async ({ job }) => {
        const { params } = job.data;
        const isThere = await ifStillLeased(job.updateData({ params, addedAtMs: nowMs, attempts: 0 }));
        if (isThere && (await ifStillLeased(job.retry('failed')))) count++;
      }),
    );
    return count;
  }

  /** What the filter lets through, a page at a time. What is given up meanwhile is left out, so that it comes to an end. */
  async *#pages({ keys, codes, fromMs, beforeMs }: DeadLetterFilter): AsyncGenerator<readonly Found[]> {
    const before = beforeMs ?? Number.POSITIVE_INFINITY;
    const isMeant = ({ letter }: Found): boolean =>
      (codes?.includes(letter.code) ?? true) && letter.buriedAtMs >= (fromMs ?? 0) && letter.buriedAtMs < before;
    const places = keys === undefined ? this.#placesFrom(fromMs ?? 0) : this.#placesOf(keys);
    for await (const page of places) {
      const found = await this.#calls.run(() => Promise.all(page.map((place) => this.#read(place))));
      const meant = found.filter((one) => one !== null).filter(isMeant);
      if (meant.length > 0) yield meant;
    }
  }

  /**
   * From a time on, in the order in which they were given up. A page begins at the time where the last one ended, so
   * that what goes meanwhile makes no other be passed over.
   */
  async *#placesFrom(fromMs: number): AsyncGenerator<readonly Place[]> {
    const [last] = toPlaces(await this.#calls.run(() => this.#redis.zrevrange(this.#key, 0, 0, 'WITHSCORES')));
    if (last === undefined) return;
    const [, lastMs] = last;
    let startMs = fromMs;
    let seen = new Set<string>();
    for (;;) {
      const read = () =>
        this.#redis.zrangebyscore(this.#key, startMs, lastMs, 'WITHSCORES', 'LIMIT', 0, pageSize + seen.size);
      const places = toPlaces(await this.#calls.run(read));
      const fresh = places.filter(([key]) => !seen.has(key));
      const [, endMs = startMs] = fresh.at(-1) ?? [];
      if (fresh.length === 0) return;
      yield fresh;
      if (endMs > startMs) seen = new Set();
      for (const [key, buriedAtMs] of fresh) if (buriedAtMs === endMs) seen.add(key);
      startMs = endMs;
    }
  }

  async *#placesOf(keys: readonly string[]): AsyncGenerator<readonly Place[]> {
    const places = await this.#calls.run(() =>
      Promise.all(keys.map(async (key) => [key, await this.#redis.zscore(this.#key, key)] as const)),
    );
    yield places
      .flatMap(([key, score]): Place[] => (score === null ? [] : [[key, Number(score)]]))
      .sort(([aKey, aMs], [bKey, bMs]) => aMs - bMs || (aKey < bKey ? -1 : 1));
  }

  /** Null if it is no dead letter any more. */
  async #read([key, buriedAtMs]: Place): Promise<Found | null> {
    const job = await this.#jobs.getJob(key);
    if (job?.failedReason === undefined) return null;
    const { params, addedAtMs } = job.data;
    const reason = JSON.parse(job.failedReason) as BurialReason;
    return { letter: { key, params, addedAtMs, buriedAtMs, ...reason }, job };
  }
}

/** Reads what Redis answers to `WITHSCORES`: a key, its score, the next key. */
function toPlaces(replies: readonly string[]): Place[] {
  return replies.flatMap((key, index): Place[] => (index % 2 === 0 ? [[key, Number(replies[index + 1])]] : []));
}
