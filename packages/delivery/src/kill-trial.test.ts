import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './testing/temporary-folder.js';

const program = join(__dirname, 'testing', 'programs', 'kill-trial.mjs');
const events = 600;
const kills = 3;
const maxInFlight = 64;

interface Figures {
  readonly missing: number;
  readonly duplicates: number;
  readonly dead: number;
}

/** The full trial is `npm run trials`: 20 kills over 10,000 events. */
test('a process that is killed loses nothing, and repeats at most what was in flight', async () => {
  const settings = JSON.stringify({ file: join(temporaryFolder(), 'queue.sqlite') });
  const numbers = [events, kills, maxInFlight].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'file', settings, ...numbers], {
    timeout: 60_000,
  });
  const { missing, dead, duplicates } = JSON.parse(stdout) as Figures;
  expect({ missing, dead }).toEqual({ missing: 0, dead: 0 });
  expect(duplicates).toBeLessThanOrEqual(kills * maxInFlight);
}, 90_000);
