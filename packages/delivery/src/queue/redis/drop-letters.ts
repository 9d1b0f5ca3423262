import type { Redis } from 'ioredis';

/**
 * BullMQ's own way to remove a job takes it out of whatever state it is in. An event that somebody puts back into the
 * queue at the same moment must not be lost, so only what is still a dead letter goes.
 */
const script = `
local dropped = 0
for i = 2, #KEYS do
  if redis.call('ZREM', KEYS[1], ARGV[i - 1]) == 1 then
    redis.call('DEL', KEYS[i])
    dropped = dropped + 1
  end
end
return dropped`;

/**
 * Deletes dead letters for good. Their IDs stay known.
 *
 * @param toKey makes the Redis key of BullMQ's set of failed jobs, or of an event
 * @returns how many of them were there
 */
export async function dropLetters(
  redis: Redis,
  toKey: (name: string) => string,
  keys: readonly string[],
): Promise<number> {
  if (keys.length === 0) return 0;
  return Number(await redis.eval(script, keys.length + 1, toKey('failed'), ...keys.map(toKey), ...keys));
}
