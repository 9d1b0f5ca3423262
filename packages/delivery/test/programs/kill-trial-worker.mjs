// Adds events to a queue and delivers from it, until everything is delivered or it is killed.
//
// node kill-trial-worker.mjs ENGINE SETTINGS DELIVERY FIRST EVENTS
import { createDeliverer } from '@loop-adapters/delivery/queue';
import { openQueue } from './open-queue.mjs';
import { trialEvent } from './trial-event.mjs';

const [engine, settings, delivery, first, events] = process.argv.slice(2);
const batchSize = 50;

const queue = await openQueue(engine, JSON.parse(settings));
const deliverer = createDeliverer({ queue, sourceHash: 'XYZ123', ...JSON.parse(delivery) });
for (let start = Number(first); start < Number(events); start += batchSize) {
  const numbers = Array.from({ length: Math.min(batchSize, Number(events) - start) }, (_, n) => start + n);
  await queue.add(numbers.map(trialEvent));
  // What was said to be accepted must not be lost from here on.
  process.send({ accepted: start + numbers.length });
}
await deliverer.whenEmpty();
await deliverer.stop();
await queue.close();
process.disconnect();
