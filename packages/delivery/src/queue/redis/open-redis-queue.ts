import type { Queue } from '../queue.js';
import { readRedisQueueSettings, type RedisQueueSettingsInput } from './redis-queue-settings.js';

/**
 * Opens a queue in Redis: the engine for more than one machine. BullMQ keeps the events there. Everybody who opens the
 * same `name` on the same Redis shares them: each event is handed out once, and the events of a process that was killed
 * go to another.
 *
 * @param settings see {@link RedisQueueSettingsInput}
 * @throws SettingsError that lists every problem of the settings; QueueError if Redis can't be reached, or if it would
 *   lose events that were accepted
 */
export async function openRedisQueue(settings: RedisQueueSettingsInput): Promise<Queue> {
  const parsed = readRedisQueueSettings(settings);
  // Lazily: who keeps events in a file need not wait for BullMQ.
  const { RedisQueue } = await import('./redis-queue.js');
  return RedisQueue.open(parsed);
}
