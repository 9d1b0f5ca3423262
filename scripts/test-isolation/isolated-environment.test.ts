import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Results {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly message: string }[];
}

it('gives a file its own network, though every test of the file before it was skipped', () => {
  const { CI: _, ...env } = process.env;
  const jest = createRequire(__filename).resolve('jest/bin/jest');
  const { stdout } = spawnSync(
    process.execPath,
    [jest, '--config', join(__dirname, 'cases.config.mjs'), '--runInBand', '--json'],
    { cwd: join(__dirname, '../..'), encoding: 'utf8', env },
  );
  const { numPassedTests, numPendingTests, testResults } = JSON.parse(stdout) as Results;
  expect({ numPassedTests, numPendingTests, messages: testResults.map(({ message }) => message) }).toEqual({
    numPassedTests: 1,
    numPendingTests: 1,
    messages: ['', ''],
  });
});
