import { openFileQueue } from '@loop-adapters/delivery/queue';

/** Opens a queue, as the built package offers it. */
export function openQueue(engine, settings) {
  if (engine !== 'file') throw new Error(`There is no engine ${engine}.`);
  return openFileQueue(settings);
}
