// The kill trials in full: `npm run trials -w @loop-adapters/delivery`.
//
// A process that adds 10,000 events and delivers them is killed with SIGKILL at 20 random moments. Every event must
// arrive, and what arrives twice must not be more than what was in flight at the kills. Nothing leaves this machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const events = 10_000;
const kills = 20;
const maxInFlight = 64;

const folder = mkdtempSync(join(tmpdir(), 'loop-trials-'));
const program = join(import.meta.dirname, '../src/testing/programs/kill-trial.mjs');
const settings = JSON.stringify({ file: join(folder, 'queue.sqlite') });
const { stdout } = spawnSync(process.execPath, [program, 'file', settings, events, kills, maxInFlight].map(String), {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
rmSync(folder, { recursive: true });

const { missing, duplicates, dead, seconds } = JSON.parse(stdout);
console.log(`A queue in a file, ${events} events, ${kills} kills, ${seconds} s:`);
console.log(`  ${missing} missing, ${dead} dead letters`);
console.log(
  `  ${duplicates} delivered twice; at most ${kills * maxInFlight} may be: ${maxInFlight} in flight at each kill`,
);
if (missing > 0 || dead > 0 || duplicates > kills * maxInFlight) process.exitCode = 1;
