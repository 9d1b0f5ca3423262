import { openFileQueue, openRedisQueue } from '@loop-adapters/delivery/queue';

const engines = { file: openFileQueue, redis: openRedisQueue };

/** Opens a queue, as the built package offers it. */
export function openQueue(engine, settings) {
  const open = engines[engine];
  if (open === undefined) throw new Error(`There is no engine ${engine}.`);
  return open(settings);
}
