import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import { createSender } from '@loop-adapters/delivery';
import { Pool } from 'undici';
import { compareThroughput } from '../compare.mjs';
import { standardEvents, standardSettings } from '../standard-event.mjs';
import { startLoopbackServer } from '../start-loopback-server.mjs';

export const name = 'sending, one core, loopback';
export const against = 'undici.request in a bare loop, same server and concurrency';
export const goal = { atLeast: 0.9 };

const concurrency = 32;

export async function run({ quick }) {
  const { endpoint, stop } = await startLoopbackServer();
  const translator = createTranslator({ ...standardSettings, endpoint }, nodeHash);
  const requests = standardEvents(1024).map((event) => translator.translate(event).request);

  const sender = createSender({ concurrency });
  const { origin } = new URL(endpoint);
  const pool = new Pool(origin, { connections: concurrency });
  const paths = requests.map(({ url }) => url.slice(origin.length));

  const { ours, theirs, ratio } = await compareThroughput({
    ours: (count) =>
      inParallel(count, async (index) => {
        const { status } = await sender.send(requests[index % requests.length]);
        if (status !== 'delivered') throw new Error(`The sender says ${status}.`);
      }),
    theirs: (count) =>
      inParallel(count, async (index) => {
        const { statusCode, body } = await pool.request({ path: paths[index % paths.length], method: 'GET' });
        await body.dump();
        if (statusCode !== 200) throw new Error(`The server says ${statusCode}.`);
      }),
    count: quick ? 5_000 : 20_000,
    quick,
  });
  await Promise.all([sender.close(), pool.close()]);
  stop();
  return {
    measured: ratio,
    unit: ' times',
    detail: `${Math.round(ours)} requests/s, bare loop ${Math.round(theirs)} requests/s, ${concurrency} at once`,
  };
}

/** Calls `send` with 0 to `count` - 1, so many at once as the concurrency says. */
async function inParallel(count, send) {
  let next = 0;
  const lane = async () => {
    while (next < count) await send(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}
