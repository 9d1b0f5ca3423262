import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasRedis, startRedis } from '@loop-adapters/testing/start-redis';
import { temporaryFolder } from '@loop-adapters/testing/temporary-folder';

const events = 600;
const kills = 3;
const maxInFlight = 64;

/** A trial takes seconds, on a busy machine minutes; one that hangs still ends. */
const limitMs = 300_000;
const testWithRedis = hasRedis ? test : test.skip;

/** Runs a trial of the folder `programs`. The full ones are `npm run trials`: 20 kills over 10,000 events. */
async function expectNothingLost(program: string, ...place: readonly string[]): Promise<void> {
  const args = [join(__dirname, 'programs', program), ...place, ...[events, kills, maxInFlight].map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: limitMs });
  const { missing, dead, duplicates, unbalanced, waiting } = JSON.parse(stdout) as Readonly<Record<string, number>>;
  expect({ missing, dead, unbalanced, waiting }).toEqual({ missing: 0, dead: 0, unbalanced: 0, waiting: 0 });
  expect(duplicates).toBeLessThanOrEqual(kills * maxInFlight);
}

describe('a process that is killed loses nothing, and repeats at most what was in flight', () => {
  test(
    'its queue in a file',
    async () => {
      const file = join(temporaryFolder(), 'queue.sqlite');
      await expectNothingLost('kill-trial.mjs', 'file', JSON.stringify({ file }));
    },
    limitMs,
  );

  testWithRedis(
    'its queue in Redis',
    async () => {
      const { url } = await startRedis();
      await expectNothingLost('kill-trial.mjs', 'redis', JSON.stringify({ url, leaseMs: 1000 }));
    },
    limitMs,
  );
});

testWithRedis(
  'a Redis that is killed loses nothing that was accepted, and the relay repeats at most what was in flight',
  () => expectNothingLost('redis-kill-trial.mjs', temporaryFolder()),
  limitMs,
);
