// Prints how the two test runs of .ci/run ended; its last line is "N passed, N failed". What passed is counted in the
// first run, where nothing is skipped; what failed, in both.
//
// node scripts/test-totals.mjs RESULTS_WITH_BOTH RESULTS_WITH_NEITHER
import { readFileSync } from 'node:fs';

const runs = ['With Chromium and Redis', 'As on a machine with neither'].map((name, index) => ({
  name,
  ...totalsOf(process.argv[2 + index]),
}));
for (const { name, passed, failed, skipped } of runs) {
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}
// A run that passed and skipped nothing was on no such machine.
const isHonest = runs[1].passed === 0 || runs[1].skipped > 0;
if (!isHonest) console.log('Nothing was skipped without Chromium and Redis, so the second run found one of them.');
console.log(`${runs[0].passed} passed, ${runs[0].failed + runs[1].failed} failed`);
if (!isHonest) process.exitCode = 1;

/**
 * A test file that could not even start counts as one failure: it has tests, and none of them ran. So does a run of
 * Jest that ended before it could count.
 */
function totalsOf(file) {
  const results = JSON.parse(readFileSync(file, 'utf8') || '{}');
  const { numPassedTests = 0, numFailedTests = 1, numRuntimeErrorTestSuites = 0, numPendingTests = 0 } = results;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests };
}
