// Runs the tests again and again while other threads keep every core busy. A test that passes and fails by turns
// depends on something that it doesn't control: an order, a wait, a port, a clock.
//
// npm run test:busy            five times
// npm run test:busy -- 20      twenty times
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from './workspaces.mjs';

const times = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'loop-busy-'));
const spinners = Array.from({ length: availableParallelism() }, () => new Worker('for (;;);', { eval: true }));
const failed = new Map();

for (let run = 1; run <= times; run++) {
  const file = join(folder, `${run}.json`);
  const jest = [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--silent',
    '--forceExit',
    '--json',
    `--outputFile=${file}`,
  ];
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, jest, { cwd: root, stdio: 'ignore' });
  const minutes = (Number(process.hrtime.bigint() - start) / 6e10).toFixed(1);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`Run ${run}: ${numPassedTests} passed, ${numFailedTests} failed (${minutes} min)`);
  for (const { name, status, message, assertionResults } of testResults) {
    if (status === 'passed') continue;
    for (const result of assertionResults)
      if (result.status === 'failed') note(`${name} › ${result.fullName}`, message);
    if (assertionResults.length === 0) note(name, message);
  }
}
for (const spinner of spinners) await spinner.terminate();
rmSync(folder, { recursive: true });

for (const [name, { count, message }] of failed)
  console.log(`\nFailed ${count} of ${times} times: ${name}\n${message}`);
process.exit(failed.size === 0 ? 0 : 1);

function note(name, message) {
  const { count } = failed.get(name) ?? { count: 0 };
  failed.set(name, { count: count + 1, message });
}
