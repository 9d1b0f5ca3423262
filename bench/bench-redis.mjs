import { Redis } from 'ioredis';
import { startRedisProcess } from '@loop-adapters/testing/redis-process';

/** Starts a Redis as most have it: append-only file, brought to the disk every second. */
export async function startBenchRedis(folder) {
  const process = await startRedisProcess(folder, ['--appendfsync', 'everysec']);
  const redis = new Redis(process.url);
  return {
    url: process.url,
    /** What it has taken of one core so far, for itself and in the system. */
    async cpuSeconds() {
      const info = await redis.info('cpu');
      const of = (name) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1] ?? 0);
      return of('used_cpu_user') + of('used_cpu_sys');
    },
    async kill() {
      redis.disconnect();
      await process.kill();
    },
  };
}
