import { QueueError } from '../queue-error.js';
import { primaries } from './check-redis.js';
import type { RedisClient } from './connect-redis.js';
import { parseRedisInfo } from './redis-info.js';

/** How long an answer holds, in milliseconds: asking before each event would cost as much as adding it. */
const freshMs = 500;

/** No event takes more: the longest URL, and what BullMQ puts around it. */
const eventBytes = 10_000;

/**
 * Whether Redis has room for more events. Redis itself refuses at its `maxmemory`, but then it refuses to hand out
 * events too, and nothing could ever make room. So new ones are refused before.
 */
export class MemoryRoom {
  readonly #redis: RedisClient;
  readonly #maxPercent: number;
  /** What was free at the last look, less what was added since; in bytes. */
  #freeBytes = 0;
  #askedAtMs = Number.NEGATIVE_INFINITY;

  /** @param maxPercent of `maxmemory` that may be used */
  constructor(redis: RedisClient, maxPercent: number) {
    this.#redis = redis;
    this.#maxPercent = maxPercent;
  }

  /**
   * @param events how many are to be added
   * @throws QueueError if there is no room
   */
  async check(events: number): Promise<void> {
    this.#freeBytes -= events * eventBytes;
    if (this.#freeBytes > 0 && performance.now() - this.#askedAtMs < freshMs) return;
    const freeBytes = await this.#ask();
    if (freeBytes < 0) throw new QueueError('queue_full', 'maxmemory');
    this.#freeBytes = freeBytes;
    this.#askedAtMs = performance.now();
  }

  /** The least that any node has free. */
  async #ask(): Promise<number> {
    const free = primaries(this.#redis).map(async (node) => {
      const info = parseRedisInfo(await node.info('memory'));
      const bytes = (name: string): number => Number(info.get(name) ?? 0);
      const limit = bytes('maxmemory');
      if (limit === 0) return Number.POSITIVE_INFINITY;
      // As Redis counts: what waits to be written to the append-only file is not held against the limit.
      const used = bytes('used_memory') - bytes('mem_not_counted_for_evict');
      return (limit * this.#maxPercent) / 100 - used;
    });
    return Math.min(...(await Promise.all(free)));
  }
}
