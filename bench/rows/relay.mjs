import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { Pool } from 'undici';
import { compareThroughput } from '../compare.mjs';
import { batchSize, concurrency, inParallel, startRelayUnderLoad } from '../relay-under-load.mjs';
import { standardEvents, standardSettings } from '../standard-event.mjs';
import { startLoopbackServer } from '../start-loopback-server.mjs';

export const name = 'durable relay, accepted and delivered';
export const against = 'undici.request in a bare loop, same server; every event is on disk first';
export const goal = { atLeast: 0.4 };

export async function run({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'loop-bench-'));
  const server = await startLoopbackServer();
  const relay = await startRelayUnderLoad({ file: join(folder, 'queue.sqlite') }, server);
  const { origin } = new URL(server.endpoint);
  const pool = new Pool(origin, { connections: concurrency });
  const translator = createTranslator({ ...standardSettings, endpoint: server.endpoint }, nodeHash);
  const paths = standardEvents(1024).map((event) => translator.translate(event).request.url.slice(origin.length));

  const { ours, theirs, ratio } = await compareThroughput({
    ours: (count) => relay.through(count),
    theirs: (count) =>
      inParallel(count, async (index) => {
        const { statusCode, body } = await pool.request({ path: paths[index % paths.length], method: 'GET' });
        await body.dump();
        if (statusCode !== 200) throw new Error(`The server says ${statusCode}.`);
      }),
    count: quick ? 4_000 : 10_000,
    quick,
  });
  await Promise.all([relay.stop(), pool.close()]);
  server.stop();
  rmSync(folder, { recursive: true });
  return {
    measured: ratio,
    unit: ' times',
    detail:
      `${Math.round(ours)} events/s through the relay, in batches of ${batchSize}; ` +
      `bare loop ${Math.round(theirs)} requests/s, ${concurrency} at once`,
  };
}
