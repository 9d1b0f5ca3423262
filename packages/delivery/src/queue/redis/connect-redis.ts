import { Redis } from 'ioredis';
import type { RedisQueueSettings } from './redis-queue-settings.js';
import { toRedisQueueError } from './redis-error.js';

/** How long to wait before the next try to reach Redis, in milliseconds: it may be back at any moment. */
const reconnectMs = 500;

/**
 * Connects to Redis, so that a command fails soon while Redis is gone, and the connection comes back by itself.
 *
 * @throws QueueError if Redis can't be reached now
 */
export async function connectRedis({ url, timeoutMs }: RedisQueueSettings): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    // A machine that is gone without a word closes no connection.
    socketTimeout: timeoutMs,
    retryStrategy: () => reconnectMs,
    // It was the primary and is a replica now: its address may lead to the new primary.
    reconnectOnError: ({ message }) => message.includes('READONLY'),
    // Whoever asks knows when to ask again. What was kept for later would be done although it was reported as failed.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // What belongs to many events goes in one piece.
    enableAutoPipelining: true,
  });
  let reason: unknown = null;
  redis.on('error', (error) => {
    reason = error;
  });
  try {
    await redis.connect();
    return redis;
  } catch (error) {
    redis.disconnect();
    throw toRedisQueueError(reason ?? error);
  }
}

/** Ends the connection, whatever state it is in. */
export async function disconnectRedis(redis: Redis): Promise<void> {
  try {
    await redis.quit();
  } catch {
    redis.disconnect();
  }
}
