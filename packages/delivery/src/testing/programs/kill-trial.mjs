// Kills a process that adds and delivers events, again and again at random moments, and counts what arrived.
//
// node kill-trial.mjs ENGINE SETTINGS EVENTS KILLS MAX_IN_FLIGHT
//
// Prints the figures as JSON: `missing` events, `duplicates` (requests that were answered 2xx although the event had
// been), `dead` letters, `kills`, and `seconds`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startSandbox } from '@loop-adapters/delivery/sandbox';
import { openQueue } from './open-queue.mjs';

const [engine, settings, ...numbers] = process.argv.slice(2);
const [events, kills, maxInFlight] = numbers.map(Number);

const arrivals = new Map();
const loop = await startSandbox({
  latencyMs: 2,
  keep: 1,
  onRequest({ params, answer }) {
    if (answer.status !== 200) return;
    const number = params['value[event]'];
    arrivals.set(number, (arrivals.get(number) ?? 0) + 1);
  },
});

const startedAtMs = performance.now();
let accepted = 0;
for (let kill = 1; kill <= kills; kill++) await killAt((events * (kill - Math.random())) / (kills + 1));
const [code] = await once(startWorker(), 'exit');
if (code !== 0) throw new Error(`The worker ended with ${code}.`);
const seconds = (performance.now() - startedAtMs) / 1000;

const queue = await openQueue(engine, JSON.parse(settings));
const { dead } = await queue.counts();
await queue.close();
await loop.close();
const arrived = [...arrivals.values()];
const result = {
  missing: events - arrivals.size,
  duplicates: arrived.reduce((sum, times) => sum + times, 0) - arrivals.size,
  dead,
  kills,
  seconds: Number(seconds.toFixed(1)),
};
console.log(JSON.stringify(result));

/** Lets a worker go on until so many events have arrived and a moment more, and kills it. */
async function killAt(count) {
  const worker = startWorker();
  const exited = once(worker, 'exit');
  while (arrivals.size < count && worker.exitCode === null) await wait(1);
  await wait(Math.random() * 20);
  if (!worker.kill('SIGKILL')) throw new Error('The worker ended before it was killed.');
  await exited;
}

function startWorker() {
  const delivery = JSON.stringify({ endpoint: loop.endpoint, maxInFlight });
  const program = join(import.meta.dirname, 'kill-trial-worker.mjs');
  const worker = fork(program, [engine, settings, delivery, accepted, events]);
  worker.on('message', (message) => {
    ({ accepted } = message);
  });
  return worker;
}

function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
