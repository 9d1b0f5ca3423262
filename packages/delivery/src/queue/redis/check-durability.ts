import { QueueError } from '../queue-error.js';
import type { RedisInfo } from './redis-info.js';

/**
 * Refuses a Redis that would lose events which were accepted.
 *
 * Redis writes every change to its append-only file before it answers, but only if it has one; and `appendfsync no` leaves
 * it to the system when that comes to the disk. When its memory is full, every policy but `noeviction` throws keys away,
 * events among them.
 *
 * @param appendfsync as Redis is configured; null where it does not say
 * @throws QueueError that names the settings of Redis to change
 */
export function checkDurability(info: RedisInfo, appendfsync: string | null): void {
  const wrong = [
    ...(info.get('aof_enabled') === '1' ? [] : ['appendonly']),
    ...(appendfsync === 'no' ? ['appendfsync'] : []),
    ...((info.get('maxmemory_policy') ?? 'noeviction') === 'noeviction' ? [] : ['maxmemory-policy']),
  ];
  if (wrong.length > 0) throw new QueueError('queue_not_durable', wrong.join(', '));
}
