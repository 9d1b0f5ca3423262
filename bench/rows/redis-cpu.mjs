import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBenchRedis } from '../bench-redis.mjs';
import { batchSize, startRelayUnderLoad } from '../relay-under-load.mjs';
import { startLoopbackServer } from '../start-loopback-server.mjs';

export const name = "Redis's own CPU for an event through the relay";
export const against = 'nothing: microseconds of one core; append-only file, everysec';
export const goal = { atMost: 25 };

export async function run({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'loop-bench-'));
  const redis = await startBenchRedis(folder);
  const server = await startLoopbackServer();
  const relay = await startRelayUnderLoad({ url: redis.url }, server);
  await relay.through(2_000);
  const before = await redis.cpuSeconds();
  const events = quick ? 10_000 : 60_000;
  await relay.through(events);
  const microseconds = (1_000_000 * ((await redis.cpuSeconds()) - before)) / events;
  await relay.stop();
  await redis.kill();
  server.stop();
  rmSync(folder, { recursive: true });
  return { measured: microseconds, unit: ' µs', detail: `${events} events in batches of ${batchSize}` };
}
