import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisQueueSettings } from './redis-queue-settings.js';
import { toRedisQueueError } from './redis-error.js';
import { readRedisAddress, type RedisAddress } from './redis-address.js';

/** A connection to one Redis, or to a cluster. */
export type RedisClient = Redis | Cluster;

/** How long to wait before the next try to reach Redis, in milliseconds: it may be back at any moment. */
const reconnectMs = 500;

/** BullMQ waits up to ten seconds for new jobs on a connection that is silent meanwhile. */
const workerSilenceMs = 12_000;

/**
 * Connects to Redis, so that a command fails soon while Redis is gone, and the connection comes back by itself.
 *
 * @throws QueueError if Redis can't be reached now
 */
export function connectRedis({ url, timeoutMs }: RedisQueueSettings): Promise<RedisClient> {
  return connect(url, {
    connectTimeout: timeoutMs,
    // A machine that is gone without a word closes no connection.
    socketTimeout: timeoutMs,
    // Whoever asks knows when to ask again. What was kept for later would be done although it was reported as failed.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // What belongs to many events goes in one piece.
    enableAutoPipelining: true,
  });
}

/**
 * Connects BullMQ's worker, which waits for Redis as long as it takes.
 *
 * @param end ends that, for the connections that BullMQ makes of this one too
 */
export function connectWorker({ url, timeoutMs }: RedisQueueSettings, end: AbortSignal): Promise<RedisClient> {
  return connect(url, {
    retryStrategy: () => (end.aborted ? null : reconnectMs),
    connectTimeout: timeoutMs,
    socketTimeout: Math.max(timeoutMs, workerSilenceMs),
    maxRetriesPerRequest: null,
    enableAutoPipelining: true,
  });
}

async function connect(url: string, options: RedisOptions): Promise<RedisClient> {
  const address = readRedisAddress(url);
  if (typeof address === 'string') throw new TypeError('The URL was not checked.');
  const redis = createClient(address, {
    retryStrategy: () => reconnectMs,
    ...options,
    lazyConnect: true,
    // It was the primary and is a replica now: its address may lead to the new primary.
    reconnectOnError: ({ message }) => message.includes('READONLY'),
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

function createClient(address: RedisAddress, options: RedisOptions): RedisClient {
  const { kind, tls, hosts, username, password, database, primary } = address;
  const secured: RedisOptions = {
    ...options,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
  };
  switch (kind) {
    case 'single':
      return new Redis({ ...secured, ...hosts[0], db: database });
    case 'sentinel':
      return new Redis({
        ...secured,
        sentinels: [...hosts],
        name: primary ?? '',
        db: database,
        // The same password for both, as most have it; a Sentinel without one ignores it.
        ...(password === undefined ? {} : { sentinelPassword: password }),
        ...(tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
        sentinelRetryStrategy: () => reconnectMs,
      });
    case 'cluster': {
      const { lazyConnect: _, retryStrategy, enableOfflineQueue = true, ...redisOptions } = secured;
      return new Cluster([...hosts], {
        lazyConnect: true,
        enableOfflineQueue,
        enableAutoPipelining: true,
        clusterRetryStrategy: (times) => retryStrategy?.(times) ?? null,
        // One slot, so one node, is all that a queue needs.
        slotsRefreshTimeout: 3000,
        redisOptions,
      });
    }
  }
}

/** Ends the connection, whatever state it is in. */
export async function disconnectRedis(redis: RedisClient): Promise<void> {
  try {
    // A word that can't be sent now would wait for ever.
    if (redis.status === 'ready') await redis.quit();
  } catch {
    // It went in the same moment.
  }
  redis.disconnect();
}
