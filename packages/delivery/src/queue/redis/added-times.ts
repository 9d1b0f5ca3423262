import type { Redis } from 'ioredis';

/**
 * When each undelivered event was added: BullMQ keeps waiting events in their order, but delayed ones by the time when
 * they are due, so it can't say which is the oldest.
 *
 * It is written before an event is added and after it is gone. A process that is killed in between leaves a name that
 * stands for nothing, which goes when it has become the oldest.
 */
export class AddedTimes {
  readonly #redis: Redis;
  readonly #toKey: (name: string) => string;

  /** @param toKey makes the Redis key of one of the queue's sets, or of an event */
  constructor(redis: Redis, toKey: (name: string) => string) {
    this.#redis = redis;
    this.#toKey = toKey;
  }

  async note(keys: readonly string[], addedAtMs: number): Promise<void> {
    if (keys.length > 0) await this.#redis.zadd(this.#toKey('added'), ...keys.flatMap((key) => [addedAtMs, key]));
  }

  async forget(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.#redis.zrem(this.#toKey('added'), ...keys);
  }

  /** When the oldest undelivered event was added, in milliseconds since 1970; null if there is none. */
  async oldest(): Promise<number | null> {
    for (;;) {
      const [key, addedAtMs] = await this.#redis.zrange(this.#toKey('added'), 0, 0, 'WITHSCORES');
      if (key === undefined) return null;
      const [exists, buriedAt] = await Promise.all([
        this.#redis.exists(this.#toKey(key)),
        this.#redis.zscore(this.#toKey('failed'), key),
      ]);
      if (exists === 1 && buriedAt === null) return Number(addedAtMs);
      await this.forget([key]);
    }
  }
}
