// Opens a queue, leases everything that is due, says so, and waits to be killed.
//
// node lease-and-die.mjs ENGINE SETTINGS
import { openQueue } from './open-queue.mjs';

const [engine, settings] = process.argv.slice(2);
const queue = await openQueue(engine, JSON.parse(settings));
const leases = [];
while (leases.length === 0) {
  leases.push(...(await queue.lease(1000)));
  if (leases.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
process.stdout.write(`${leases.length}\n`);
setInterval(() => undefined, 1000);
