import type { Redis } from 'ioredis';
import { QueueError } from '../queue-error.js';
import { parseRedisInfo } from './redis-info.js';

/** How long an answer holds, in milliseconds: asking before each event would cost as much as adding it. */
const freshMs = 500;

/**
 * Whether Redis has room for more events. Redis itself refuses at its `maxmemory`, but then it refuses to hand out
 * events too, and nothing could ever make room. So new ones are refused before.
 */
export class MemoryRoom {
  readonly #redis: Redis;
  readonly #maxPercent: number;
  #hasRoom: Promise<boolean> = Promise.resolve(false);
  #askedAtMs = Number.NEGATIVE_INFINITY;

  /** @param maxPercent of `maxmemory` that may be used */
  constructor(redis: Redis, maxPercent: number) {
    this.#redis = redis;
    this.#maxPercent = maxPercent;
  }

  /** @throws QueueError if there is no room */
  async check(): Promise<void> {
    if (performance.now() - this.#askedAtMs > freshMs) {
      this.#askedAtMs = performance.now();
      this.#hasRoom = this.#ask();
    }
    try {
      if (!(await this.#hasRoom)) throw new QueueError('queue_full', 'maxmemory');
    } catch (error) {
      this.#askedAtMs = Number.NEGATIVE_INFINITY;
      throw error;
    }
  }

  async #ask(): Promise<boolean> {
    const info = parseRedisInfo(await this.#redis.info('memory'));
    const bytes = (name: string): number => Number(info.get(name) ?? 0);
    const limit = bytes('maxmemory');
    // As Redis counts: what waits to be written to the append-only file is not held against the limit.
    const used = bytes('used_memory') - bytes('mem_not_counted_for_evict');
    return limit === 0 || used <= (limit * this.#maxPercent) / 100;
  }
}
