import { believedSpan, QueueTime, type MachineClocks } from '../queue-time.js';
import type { RedisClient } from './connect-redis.js';
import type { RedisKeys } from './redis-keys.js';

/** The time of a queue in Redis, the same for all who share it: each of them writes it down while it runs. */
export class RedisTime {
  readonly queueTime: QueueTime;
  readonly #redis: RedisClient;
  readonly #keys: RedisKeys;

  /** Goes on from where it was written down last. Redis's own clock says how long ago that was. */
  static async start(redis: RedisClient, keys: RedisKeys, clocks: MachineClocks): Promise<RedisTime> {
    const [known, redisMs] = await Promise.all([redis.hgetall(keys.time), readRedisMs(redis)]);
    const { queue, redis: thenMs } = known;
    const nowMs =
      queue === undefined || thenMs === undefined ? redisMs : Number(queue) + believedSpan(Number(thenMs), redisMs);
    const time = new RedisTime(redis, keys, new QueueTime(clocks, nowMs));
    await time.keep();
    return time;
  }

  private constructor(redis: RedisClient, keys: RedisKeys, queueTime: QueueTime) {
    this.#redis = redis;
    this.#keys = keys;
    this.queueTime = queueTime;
  }

  /**
   * Writes the time down.
   *
   * @returns whether this machine's wall clock was set since it was called last
   */
  async keep(): Promise<boolean> {
    const redisMs = await readRedisMs(this.#redis);
    await this.#redis.hset(this.#keys.time, { queue: this.queueTime.now(), redis: redisMs });
    return this.queueTime.wallChange() !== 0;
  }
}

async function readRedisMs(redis: RedisClient): Promise<number> {
  const [seconds = 0, microseconds = 0] = await redis.time();
  return Math.floor(seconds * 1000 + microseconds / 1000);
}
