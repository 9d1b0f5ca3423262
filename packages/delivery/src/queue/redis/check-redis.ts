import type { Redis } from 'ioredis';
import { QueueError } from '../queue-error.js';
import { parseRedisInfo, type RedisInfo } from './redis-info.js';

/**
 * Refuses a Redis that is too old for BullMQ, or that would lose events which were accepted.
 *
 * @param acceptLoss whether it may lose events
 * @throws QueueError that names what to change
 */
export async function checkRedis(redis: Redis, acceptLoss: boolean): Promise<void> {
  const info = parseRedisInfo(await redis.info());
  checkVersion(info.get('redis_version') ?? '');
  if (!acceptLoss) checkDurability(info, await readAppendfsync(redis));
}

/** BullMQ recommends no version before this. */
function checkVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 6 || (major === 6 && minor < 2)) throw new QueueError('queue_failed', 'Redis 6.2 or later is needed');
}

/**
 * Redis writes every change to its append-only file before it answers, but only if it has one; and `appendfsync no`
 * leaves it to the system when that comes to the disk. When its memory is full, every policy but `noeviction` throws keys
 * away, events among them.
 */
function checkDurability(info: RedisInfo, appendfsync: string | null): void {
  const wrong = [
    ...(info.get('aof_enabled') === '1' ? [] : ['appendonly']),
    ...(appendfsync === 'no' ? ['appendfsync'] : []),
    ...((info.get('maxmemory_policy') ?? 'noeviction') === 'noeviction' ? [] : ['maxmemory-policy']),
  ];
  if (wrong.length > 0) throw new QueueError('queue_not_durable', wrong.join(', '));
}

/** Null where Redis does not let its settings be read, as providers of Redis often have it. */
async function readAppendfsync(redis: Redis): Promise<string | null> {
  const reply = await redis.config('GET', 'appendfsync').catch(() => null);
  return Array.isArray(reply) && typeof reply[1] === 'string' ? reply[1] : null;
}
