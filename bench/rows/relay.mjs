import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { Pool } from 'undici';
import { compareThroughput } from '../compare.mjs';
import { standardEvent, standardEvents, standardSettings } from '../standard-event.mjs';
import { startLoopbackServer } from '../start-loopback-server.mjs';

export const name = 'durable relay, accepted and delivered';
export const against = 'undici.request in a bare loop, same server; every event is on disk first';
export const goal = { atLeast: 0.3 };

const concurrency = 32;

/** What a mobile SDK sends at once when it flushes. */
const batchSize = 20;

const authorization = `Basic ${Buffer.from('BENCH:').toString('base64')}`;

export async function run({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'loop-bench-'));
  const { endpoint, answered, stop } = await startLoopbackServer();
  const relay = fork(
    join(import.meta.dirname, '../relay-process.mjs'),
    [join(folder, 'queue.sqlite'), endpoint, standardSettings.sourceHash],
    { execArgv: [] },
  );
  const [relayUrl] = await once(relay, 'message');
  const relayPool = new Pool(relayUrl, { connections: concurrency });

  const { origin } = new URL(endpoint);
  const pool = new Pool(origin, { connections: concurrency });
  const translator = createTranslator({ ...standardSettings, endpoint }, nodeHash);
  const paths = standardEvents(1024).map((event) => translator.translate(event).request.url.slice(origin.length));

  const { ours, theirs, ratio } = await compareThroughput({
    ours: async (count) => {
      const before = await answered();
      await inParallel(count / batchSize, async () => {
        const { statusCode, body } = await relayPool.request({
          path: '/v1/batch',
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: nextBatch(),
        });
        const { accepted } = await body.json();
        if (statusCode !== 200 || accepted !== batchSize) throw new Error(`The relay says ${statusCode}.`);
      });
      while ((await answered()) - before < count) await new Promise((resolve) => setTimeout(resolve, 2));
    },
    theirs: (count) =>
      inParallel(count, async (index) => {
        const { statusCode, body } = await pool.request({ path: paths[index % paths.length], method: 'GET' });
        await body.dump();
        if (statusCode !== 200) throw new Error(`The server says ${statusCode}.`);
      }),
    count: quick ? 4_000 : 10_000,
    quick,
  });
  relay.kill();
  await Promise.all([relayPool.destroy(), pool.close(), once(relay, 'exit')]);
  stop();
  rmSync(folder, { recursive: true });
  return {
    measured: ratio,
    unit: ' times',
    detail:
      `${Math.round(ours)} events/s through the relay, in batches of ${batchSize}; ` +
      `bare loop ${Math.round(theirs)} requests/s, ${concurrency} at once`,
  };
}

/** Standard events in two halves, for another message ID in between: an ID that came before would be sent once only. */
const halves = Array.from({ length: 1000 }, (_, number) => {
  const [head, tail] = JSON.stringify(standardEvent(number)).split(`"bench-${number}"`);
  return { head: `${head}"`, tail: `"${tail}` };
});
let events = 0;

function nextBatch() {
  const texts = Array.from({ length: batchSize }, () => {
    const { head, tail } = halves[events % halves.length];
    return `${head}${(events++).toString(36)}-bench${tail}`;
  });
  return `{"batch":[${texts.join(',')}]}`;
}

/** Calls `send` with 0 to `count` - 1, so many at once as the concurrency says. */
async function inParallel(count, send) {
  let next = 0;
  const lane = async () => {
    while (next < count) await send(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}
