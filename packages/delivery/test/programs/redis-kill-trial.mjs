// Kills Redis, again and again at random moments, while events are added to a queue in it and delivered from it, and
// counts what arrived.
//
// node redis-kill-trial.mjs FOLDER EVENTS KILLS MAX_IN_FLIGHT
//
// Events are added one after the other, each until it is accepted: as an app does that gets a 503 and comes again.
// Prints the figures as JSON: `missing` events, `duplicates` (requests that were answered 2xx although the event had
// been), `refused` (calls that could not keep their event), `dead` letters, what is `unbalanced` in the books,
// `waiting`, `kills`, and `seconds`.
import { bookDifference, createDeliverer, openRedisQueue, QueueError } from '@loop-adapters/delivery/queue';
import { startRedisProcess } from '@loop-adapters/testing/redis-process';
import { trialEvent } from './trial-event.mjs';
import { startTrialLoop, wait } from './trial-loop.mjs';

const [folder, ...numbers] = process.argv.slice(2);
const [events, kills, maxInFlight] = numbers.map(Number);
const batchSize = 20;

process.once('SIGTERM', () => process.exit(1));

const loop = await startTrialLoop();
const redis = await startRedisProcess(folder);
const queue = await openRedisQueue({ url: redis.url, leaseMs: 2000, timeoutMs: 1000 });
const deliverer = createDeliverer({ queue, sourceHash: 'XYZ123', endpoint: loop.endpoint, maxInFlight });

let refused = 0;
const killing = killAgainAndAgain();
for (let first = 0; first < events; first += batchSize) {
  const count = Math.min(batchSize, events - first);
  await addUntilAccepted(Array.from({ length: count }, (_, n) => trialEvent(first + n)));
}
await killing;
await deliverer.whenEmpty();
const figures = loop.figures(events);
await deliverer.stop();
const books = await queue.books();
await queue.close();
await redis.kill();
await loop.close();

console.log(
  JSON.stringify({
    ...figures,
    dead: books.dead,
    unbalanced: bookDifference(books),
    waiting: books.waiting,
    refused,
    kills,
  }),
);

async function addUntilAccepted(batch) {
  for (;;) {
    try {
      await queue.add(batch);
      return;
    } catch (error) {
      if (!(error instanceof QueueError)) throw error;
      refused++;
      await wait(20);
    }
  }
}

/** Each time when so many events have arrived and a moment more. */
async function killAgainAndAgain() {
  for (let kill = 1; kill <= kills; kill++) {
    const count = (events * (kill - Math.random())) / (kills + 1);
    while (loop.arrived() < count) await wait(1);
    await wait(Math.random() * 20);
    await redis.kill();
    await wait(Math.random() * 100);
    await redis.restart();
  }
}
