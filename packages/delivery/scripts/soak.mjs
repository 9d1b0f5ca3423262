// Ten minutes of trouble at half of what the relay can do: `npm run soak -w @loop-adapters/delivery`.
//
// It measures how many events a second the relay takes and delivers, then sends half as many while Loop answers 429,
// 500 and 503, cuts connections, is slow, and once is gone for half a minute. At the end every event that the relay
// accepted must have arrived, and the relay must not take more memory than at the beginning. Nothing leaves this machine.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';

const { minutes } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } }).values;
const soakMs = Number(minutes) * 60_000;
const batchSize = 20;
const measuredEvents = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'loop-soak-'));
const loop = fork(join(import.meta.dirname, 'soak/loop.mjs'));
const [{ endpoint }] = await once(loop, 'message');
const relay = fork(join(import.meta.dirname, 'soak/relay.mjs'), [join(folder, 'queue.sqlite'), endpoint]);
const [{ url, adminUrl }] = await once(relay, 'message');
const pool = new Pool(url, { connections: 32 });

let sent = 0;
const answers = new Map();

const capacity = await measureCapacity();
const rate = Math.floor(capacity / 2);
console.log(
  `The relay takes and delivers ${Math.round(capacity)} events/s. Soak: ${rate} events/s for ${minutes} minutes.`,
);
const outageMs = Math.min(30_000, soakMs / 10);
const measured = sent;
await askLoop('trouble', { outageAfterMs: soakMs / 2, outageMs });
const samples = await soak(rate);
await untilDelivered(10 * 60_000);
const { missing, highest, ...counts } = await askLoop('missing');
const dead = await metric('loop_relay_dead_total');
relay.send('close');
await once(relay, 'exit');
loop.kill();
await pool.destroy();
rmSync(folder, { recursive: true });

const tenth = Math.ceil(samples.length * 0.1);
const early = mean(samples.slice(tenth, 2 * tenth));
const late = mean(samples.slice(-tenth));
const backlog = Math.max(...samples.map(({ depth }) => depth));
const outageEndMs = soakMs / 2 + outageMs;
const workedOff = samples.find(({ atMs, depth }) => atMs > outageEndMs && depth < rate);
const refused = [...answers].filter(([status]) => status !== 200).map(([status, times]) => `${times} × ${status}`);

console.log(`
Events sent          ${sent - measured} in ${minutes} minutes, ${rate} a second
Delivered            ${counts.accepted - measured}, ${counts.repeated} of them twice; ${dead} dead letters
Faults of Loop       ${counts.throttled} × 429, ${counts.failed} × 500 or 503, ${counts.reset} connections cut, ${counts.slow} slow answers
Outage               ${seconds(outageMs)}; ${workedOff === undefined ? 'its backlog was not worked off' : `its backlog was worked off ${seconds(workedOff.atMs - outageEndMs)} later`}
Longest queue        ${backlog} events
Memory of the relay  ${mib(early)} in the second tenth of the time, ${mib(late)} in the last, ${mib(Math.max(...samples.map(({ rss }) => rss)))} at most
Refused by the relay ${refused.length === 0 ? 'nothing' : refused.join(', ')}
`);

const problems = [];
if (missing.length > 0 || highest !== sent - 1) problems.push(`Events are lost: ${missing.join(', ')} …`);
if (dead > 0) problems.push(`${dead} events became dead letters.`);
if (late > early * 1.2) problems.push('The relay takes more and more memory.');
if (workedOff === undefined) problems.push('The backlog of the outage was not worked off while new events came in.');
console.log(problems.length === 0 ? 'Nothing is lost, and memory is flat.' : problems.join('\n'));
if (problems.length > 0) process.exitCode = 1;

/** As fast as it goes, without trouble. The first part only warms up. */
async function measureCapacity() {
  let startMs = 0;
  let startCount = 0;
  const lanes = Array.from({ length: 16 }, async () => {
    while (sent < measuredEvents) {
      if (startMs === 0 && sent >= measuredEvents / 3) {
        startMs = performance.now();
        startCount = (await askLoop('counts')).accepted;
      }
      await sendBatch();
    }
  });
  await Promise.all(lanes);
  await untilDelivered(60_000);
  const { accepted } = await askLoop('counts');
  return (1000 * (accepted - startCount)) / (performance.now() - startMs);
}

/** Sends at a steady rate, whatever the answers take, and looks at the relay every second. */
async function soak(eventsPerSecond) {
  const samples = [];
  const startMs = performance.now();
  const open = new Set();
  const looking = setInterval(async () => {
    samples.push({
      atMs: performance.now() - startMs,
      rss: await metric('process_resident_memory_bytes'),
      depth: await metric('loop_relay_queue_events'),
    });
    const { atMs, rss, depth } = samples.at(-1);
    if (samples.length % 10 === 0) console.log(`${seconds(atMs)}: ${sent} events, queue ${depth}, memory ${mib(rss)}`);
  }, 1000);
  const first = sent;
  while (performance.now() - startMs < soakMs) {
    const due = first + ((performance.now() - startMs) / 1000) * eventsPerSecond;
    while (sent < due && open.size < 500) {
      const sending = sendBatch().finally(() => open.delete(sending));
      open.add(sending);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(open);
  clearInterval(looking);
  return samples;
}

/** A batch that the relay could not take is sent again until it is taken, as an SDK does. */
async function sendBatch() {
  const from = sent;
  sent += batchSize;
  const batch = Array.from({ length: batchSize }, (_, index) => event(from + index));
  const body = JSON.stringify({ writeKey: 'SOAK', batch });
  for (;;) {
    const { statusCode, body: answer } = await pool.request({ path: '/v1/batch', method: 'POST', body });
    const { accepted } = await answer.json();
    answers.set(statusCode, (answers.get(statusCode) ?? 0) + 1);
    if (statusCode === 200 && accepted === batchSize) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function event(number) {
  const hex = number.toString(16).padStart(12, '0');
  return {
    type: 'track',
    event: 'Order Completed',
    messageId: `soak-${number}`,
    context: {
      app: { name: 'Example App', namespace: 'com.example.app' },
      device: {
        type: 'android',
        manufacturer: 'Google',
        model: 'Pixel 6',
        advertisingId: `56d6e8b9-f29c-4514-a8ac-${hex}`,
      },
      ip: `198.51.100.${number % 256}`,
      locale: 'es-AR',
      traits: { email: `maria.perez+${number}@example.com` },
    },
    properties: { n: number, total: 1599.5, currency: 'ARS' },
  };
}

/** Waits until Loop has everything that was sent. */
async function untilDelivered(atMostMs) {
  const endMs = performance.now() + atMostMs;
  while ((await askLoop('counts')).accepted < sent) {
    if (performance.now() > endMs) throw new Error('The queue does not get empty.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The sum of a metric over its labels. */
async function metric(name) {
  const response = await fetch(`${adminUrl}/metrics`);
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith(name));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

async function askLoop(ask, more = {}) {
  loop.send({ ask, ...more });
  const [said] = await once(loop, 'message');
  return said;
}

function mean(samples) {
  return samples.reduce((sum, { rss }) => sum + rss, 0) / samples.length;
}

function mib(bytes) {
  return `${Math.round(bytes / 1_048_576)} MiB`;
}

function seconds(ms) {
  return `${Math.round(ms / 1000)} s`;
}
