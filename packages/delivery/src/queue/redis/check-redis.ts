import { Cluster, type Redis } from 'ioredis';
import { QueueError } from '../queue-error.js';
import type { RedisClient } from './connect-redis.js';
import { parseRedisInfo, type RedisInfo } from './redis-info.js';

/**
 * Refuses a Redis that is too old for BullMQ.
 *
 * @throws QueueError that names what to change
 */
export async function checkVersion(redis: RedisClient): Promise<void> {
  const version = (await readInfo(redis)).get('redis_version') ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  // BullMQ recommends no version before this.
  if (major < 6 || (major === 6 && minor < 2)) throw new QueueError('queue_failed', 'Redis 6.2 or later is needed');
}

/**
 * Refuses a database that this Redis does not have: the client would go on with number 0 without a word.
 *
 * @throws QueueError that names it
 */
export async function checkDatabase(redis: RedisClient): Promise<void> {
  if (redis instanceof Cluster) return;
  const number = redis.options.db ?? 0;
  try {
    await redis.select(number);
  } catch (error) {
    if (!(error instanceof Error) || !/DB index/i.test(error.message)) throw error;
    throw new QueueError('queue_failed', `Redis has no database ${number}`);
  }
}

/**
 * Refuses a queue of a version that kept each event as a job of its own: what waits there would wait for ever.
 *
 * @throws QueueError that says what to do
 */
export async function checkLayout(redis: RedisClient, name: string): Promise<void> {
  const isOld = (await redis.exists(`loop:${name}:meta`)) === 1;
  if (isOld) throw new QueueError('queue_outdated', `the keys loop:${name}:*`);
}

/**
 * Refuses a replica: what is written there is not kept.
 *
 * @throws QueueError
 */
export async function checkPrimary(redis: RedisClient): Promise<void> {
  if (redis instanceof Cluster) return;
  const role = parseRedisInfo(await redis.info('replication')).get('role');
  if (role === 'slave') throw new QueueError('queue_unreachable', 'this Redis is a replica');
}

/**
 * Refuses a Redis that would lose events which were accepted.
 *
 * Redis writes every change to its append-only file before it answers, but only if it has one; and `appendfsync no`
 * leaves it to the system when that comes to the disk. When its memory is full, every policy but `noeviction` throws keys
 * away, events among them.
 *
 * @throws QueueError that names what to change
 */
export async function checkDurability(redis: RedisClient): Promise<void> {
  for (const node of primaries(redis)) {
    const [info, appendfsync] = await Promise.all([readInfo(node), readAppendfsync(node)]);
    const wrong = [
      ...(info.get('aof_enabled') === '1' ? [] : ['appendonly']),
      ...(appendfsync === 'no' ? ['appendfsync'] : []),
      ...((info.get('maxmemory_policy') ?? 'noeviction') === 'noeviction' ? [] : ['maxmemory-policy']),
    ];
    if (wrong.length > 0) throw new QueueError('queue_not_durable', wrong.join(', '));
  }
}

/** The primaries of a cluster; else the one Redis. */
export function primaries(redis: RedisClient): readonly Redis[] {
  return redis instanceof Cluster ? redis.nodes('master') : [redis];
}

async function readInfo(redis: RedisClient): Promise<RedisInfo> {
  const [node] = primaries(redis);
  if (node === undefined) throw new QueueError('queue_unreachable');
  return parseRedisInfo(await node.info());
}

/** Null where Redis does not let its settings be read, as providers of Redis often have it. */
async function readAppendfsync(redis: Redis): Promise<string | null> {
  const reply = await redis.config('GET', 'appendfsync').catch(() => null);
  return Array.isArray(reply) && typeof reply[1] === 'string' ? reply[1] : null;
}
