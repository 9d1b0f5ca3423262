// The kill trials in full: `npm run trials -w @loop-adapters/delivery`.
//
// A process that adds 10,000 events and delivers them is killed with SIGKILL at 20 random moments: with its queue in a
// file, and in Redis. Then Redis itself is killed. Every event must arrive, and what arrives twice must not be more
// than what was in flight at the kills. Nothing leaves this machine.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { startRedisProcess } from '@loop-adapters/testing/redis-process';

const events = 10_000;
const kills = 20;
const maxInFlight = 64;

const folder = mkdtempSync(join(tmpdir(), 'loop-trials-'));
try {
  const file = JSON.stringify({ file: join(folder, 'queue.sqlite') });
  await trial('A process with its queue in a file is killed', 'kill-trial.mjs', 'file', file);

  const redis = await startRedisProcess(newFolder('redis'));
  const settings = JSON.stringify({ url: redis.url, leaseMs: 1000 });
  await trial('A process with its queue in Redis is killed', 'kill-trial.mjs', 'redis', settings);
  await redis.kill();

  await trial('Redis is killed', 'redis-kill-trial.mjs', newFolder('killed-redis'));
} finally {
  rmSync(folder, { recursive: true });
}

function newFolder(name) {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

/** Runs one and prints its figures. */
async function trial(title, program, ...place) {
  const path = join(import.meta.dirname, '../test/programs', program);
  const args = [path, ...place, events, kills, maxInFlight].map(String);
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { missing, duplicates, dead, unbalanced, seconds } = JSON.parse(await text(child.stdout));
  const most = kills * maxInFlight;
  console.log(`${title}: ${events} events, ${kills} kills, ${seconds} s`);
  console.log(`  ${missing} missing, ${dead} dead letters, ${unbalanced} unbalanced in the books`);
  console.log(`  ${duplicates} delivered twice; at most ${most} may be: ${maxInFlight} in flight at each kill`);
  if (missing > 0 || dead > 0 || unbalanced !== 0 || duplicates > most) process.exitCode = 1;
}
