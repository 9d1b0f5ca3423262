import { fork } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { standardEvent, standardSettings } from '../standard-event.mjs';
import { startLoopbackServer } from '../start-loopback-server.mjs';

const few = 10_000;
const many = { quick: 100_000, full: 1_000_000 };

export const name = 'memory, sending a file of a million events';
export const against = 'a file of ten thousand';
export const goal = { atMost: 1.2 };

const command = join(import.meta.dirname, '../../packages/cli/dist/cjs/program/bin.js');
const preload = pathToFileURL(join(import.meta.dirname, '../report-memory.mjs')).href;

export async function run({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'loop-bench-'));
  const { endpoint, stop } = await startLoopbackServer();
  try {
    const count = quick ? many.quick : many.full;
    const small = await peakMib(few, folder, endpoint);
    const large = await peakMib(count, folder, endpoint);
    return {
      measured: large / small,
      unit: ' times',
      detail: `${Math.round(large)} MiB at most for ${count} events, ${Math.round(small)} MiB for ${few}`,
    };
  } finally {
    stop();
    rmSync(folder, { recursive: true });
  }
}

/** The most memory that `loop-adapters send` takes for a file of so many events, in MiB. */
async function peakMib(count, folder, endpoint) {
  const file = join(folder, `${count}.ndjson`);
  writeEvents(file, count);
  const child = fork(command, ['send', file, '--json', '--endpoint', endpoint], {
    execArgv: ['--import', preload],
    env: { PATH: process.env.PATH, LOOP_SOURCE_HASH: standardSettings.sourceHash },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    cwd: folder,
  });
  let peakKib = 0;
  let summary = '';
  child.on('message', (message) => ({ peakKib } = message));
  child.stdout.setEncoding('utf8').on('data', (piece) => (summary += piece));
  await new Promise((resolve) => child.on('close', resolve));
  rmSync(file);
  const { delivered } = JSON.parse(summary);
  if (delivered !== count) throw new Error(`Of ${count} events ${delivered} were delivered.`);
  return peakKib / 1024;
}

function writeEvents(file, count) {
  const descriptor = openSync(file, 'w');
  for (let from = 0; from < count; from += 1000) {
    const events = Array.from({ length: 1000 }, (_, index) => `${JSON.stringify(standardEvent(from + index))}\n`);
    writeSync(descriptor, events.join(''));
  }
  closeSync(descriptor);
}
