import { spawnSync } from 'node:child_process';
import { startRedisProcess, type RedisProcess } from './redis-process.cjs';
import { temporaryFolder } from './temporary-folder.js';

/** Whether Redis is installed. Where it is not, its tests are skipped, and a line says so. */
export const hasRedis = findRedis();

/**
 * Starts a Redis that ends after the test file's last test.
 *
 * @param options more options, as on the command line: `['--maxmemory', '8mb']`
 * @param disk a folder for its files; one of its own if left out
 */
export async function startRedis(options: readonly string[] = [], disk?: string): Promise<RedisProcess> {
  let redis: RedisProcess | null = null;
  const folder = temporaryFolder(() => redis?.kill());
  redis = await startRedisProcess(disk ?? folder, options);
  return redis;
}

function findRedis(): boolean {
  const isThere = spawnSync('redis-server', ['--version']).status === 0;
  if (!isThere) process.stderr.write('Skipped the tests with Redis: redis-server is not installed.\n');
  return isThere;
}
