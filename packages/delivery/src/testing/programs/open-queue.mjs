/** Opens a queue of either engine, as the built package offers it. */
export async function openQueue(engine, settings) {
  if (engine === 'redis') return (await import('@loop-adapters/delivery/redis')).openRedisQueue(settings);
  return (await import('@loop-adapters/delivery/queue')).openFileQueue(settings);
}
