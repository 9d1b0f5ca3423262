import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareThroughput } from '../compare.mjs';
import { startBenchRedis } from '../bench-redis.mjs';
import { batchSize, startRelayUnderLoad } from '../relay-under-load.mjs';
import { startLoopbackServer } from '../start-loopback-server.mjs';

export const name = 'relay with Redis, accepted and delivered';
export const against = 'the relay with its file, same run; Redis: append-only file, everysec';
export const goal = { atLeast: 1 };

export async function run({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'loop-bench-'));
  mkdirSync(join(folder, 'redis'));
  const redis = await startBenchRedis(join(folder, 'redis'));
  const server = await startLoopbackServer();
  const withRedis = await startRelayUnderLoad({ url: redis.url }, server);
  const withFile = await startRelayUnderLoad({ file: join(folder, 'queue.sqlite') }, server);
  const before = await redis.cpuSeconds();
  let events = 0;
  const { ours, theirs, ratio } = await compareThroughput({
    ours: (count) => {
      events += count;
      return withRedis.through(count);
    },
    theirs: (count) => withFile.through(count),
    count: quick ? 4_000 : 10_000,
    quick,
  });
  const microseconds = (1_000_000 * ((await redis.cpuSeconds()) - before)) / events;
  await Promise.all([withRedis.stop(), withFile.stop()]);
  await redis.kill();
  server.stop();
  rmSync(folder, { recursive: true });
  return {
    measured: ratio,
    unit: ' times',
    detail:
      `${Math.round(ours)} events/s with Redis, ${Math.round(theirs)} with the file, in batches of ${batchSize}; ` +
      `Redis takes ${microseconds.toFixed(1)} µs of CPU an event`,
  };
}
