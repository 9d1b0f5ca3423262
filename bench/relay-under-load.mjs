// A relay in a process of its own, and a client that sends it batches as a mobile SDK does.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Pool } from 'undici';
import { standardEvent, standardSettings } from './standard-event.mjs';

/** How many requests are on their way at once. */
export const concurrency = 32;

/** What a mobile SDK sends at once when it flushes. */
export const batchSize = 20;

const authorization = `Basic ${Buffer.from('BENCH:').toString('base64')}`;

/**
 * Starts a relay that delivers to a loopback server.
 *
 * @param queue the relay's setting `queue`
 * @param server what `startLoopbackServer` gave
 */
export async function startRelayUnderLoad(queue, { endpoint, answered }) {
  const args = [JSON.stringify(queue), endpoint, standardSettings.sourceHash];
  const relay = fork(join(import.meta.dirname, 'relay-process.mjs'), args, { execArgv: [] });
  const [url] = await once(relay, 'message');
  const door = new Pool(url, { connections: concurrency });
  return {
    /** Sends so many events, and waits until all are delivered. */
    async through(count) {
      const before = await answered();
      await inParallel(count / batchSize, async () => {
        const { statusCode, body } = await door.request({
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
    async stop() {
      const exited = once(relay, 'exit');
      relay.kill();
      await Promise.all([door.destroy(), exited]);
    },
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
export async function inParallel(count, send) {
  let next = 0;
  const lane = async () => {
    while (next < count) await send(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}
