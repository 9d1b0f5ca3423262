// Kills a process that adds and delivers events, again and again at random moments, and counts what arrived.
//
// node kill-trial.mjs ENGINE SETTINGS EVENTS KILLS MAX_IN_FLIGHT
//
// Prints the figures as JSON: `missing` events, `duplicates` (requests that were answered 2xx although the event had
// been), `dead` letters, what is `unbalanced` in the books, `waiting`,
// `kills`, and `seconds`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bookDifference } from '@loop-adapters/delivery/queue';
import { openQueue } from './open-queue.mjs';
import { startTrialLoop, wait } from './trial-loop.mjs';

const [engine, settings, ...numbers] = process.argv.slice(2);
const [events, kills, maxInFlight] = numbers.map(Number);

const loop = await startTrialLoop();
let accepted = 0;
for (let kill = 1; kill <= kills; kill++) await killAt((events * (kill - Math.random())) / (kills + 1));
const [code] = await once(startWorker(), 'exit');
if (code !== 0) throw new Error(`The worker ended with ${code}.`);
const figures = loop.figures(events);

const queue = await openQueue(engine, JSON.parse(settings));
const books = await queue.books();
await queue.close();
await loop.close();
console.log(
  JSON.stringify({ ...figures, dead: books.dead, unbalanced: bookDifference(books), waiting: books.waiting, kills }),
);

/** Lets a worker go on until so many events have arrived and a moment more, and kills it. */
async function killAt(count) {
  const worker = startWorker();
  const exited = once(worker, 'exit');
  while (loop.arrived() < count && worker.exitCode === null) await wait(1);
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
