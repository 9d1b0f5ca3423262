// Breaks the core's rules one at a time, and looks whether a test notices: `npm run mutate`. Options: --count N and
// --seed N (which breaks are tried), --only TEXT (a part of the sources' paths).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installApart } from '../scripts/install-apart.mjs';
import { sample } from './sample.mjs';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const folder = import.meta.dirname;
const root = join(folder, '..');

/** What is broken: whole rooms, and single files of others. All below the core's sources. */
const rooms = ['guard', 'permission', 'normalize'];
const files = [
  'translate/eligibility.ts',
  'translate/known-identifiers.ts',
  'translate/url-budget.ts',
  'translate/values/add-identifiers.ts',
  'translate/values/properties.ts',
  'translate/values/property-keys.ts',
  'loop-api/response.ts',
  'loop-api/retry.ts',
];

/** At least this part of the breaks must be noticed. */
const goal = 0.9;

installApart(folder, 'Installing what breaks the sources …');
// After the installation: they import what it brings.
const { instrument } = await import('./instrument.mjs');
const { makeTree } = await import('./tree.mjs');
const { bundleDataChecks, DataRun } = await import('./data-runs.mjs');
const { JestRuns } = await import('./jest-runs.mjs');

const { files: instrumented, breaks } = await instrument(root, sources());
const tree = join(root, '.cache/mutate/tree');
makeTree(root, tree, instrumented);
const dataChecks = await bundleDataChecks(tree);
const runs = new JestRuns(tree);

console.log(`${breaks.length} breaks are known. First the tests without any …`);
const whole = new DataRun(dataChecks);
const { noticed, reached: reachedByData } = await whole.run(null);
whole.stop();
if (noticed !== null) throw new Error(`The data files fail before anything is broken: ${noticed}`);
const reached = await runs.reach();

const wanted = breaks.filter(({ path }) => path.includes(options.only));
const tried = sample(wanted, Number(options.count), Number(options.seed));
console.log(`Trying ${tried.length} of ${wanted.length} breaks, seed ${options.seed} …`);

// The cases of the data files run within a second, so they come first; the tests beside the sources are for the rest.
const isReached = new Set(reachedByData);
const unnoticed = await filterInPairs(tried, () => {
  const run = new DataRun(dataChecks);
  return {
    isKept: async ({ id }) => !isReached.has(id) || (await run.run(id)).noticed === null,
    stop: () => run.stop(),
  };
});
console.log(`${unnoticed.length} are left after the data files …`);
const survivors = await filterInPairs(unnoticed, () => ({
  isKept: async ({ id }) => !(await runs.isNoticed(id, reached.get(id) ?? [])),
  stop: () => undefined,
}));
report();

/** The items that two workers keep, each busy with one at a time. */
async function filterInPairs(items, start) {
  const queue = [...items];
  const kept = [];
  const work = async () => {
    const { isKept, stop } = start();
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) if (await isKept(next)) kept.push(next);
    stop();
  };
  await Promise.all([work(), work()]);
  return kept;
}

function report() {
  const reasons = JSON.parse(readFileSync(join(folder, 'survivors.json'), 'utf8'));
  survivors.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
  for (const survivor of survivors) {
    const { path, line, kind, before, after } = survivor;
    const reason = reasons.find((known) => known.path === path && known.before === before && known.after === after);
    console.log(`\n${path}:${line} ${kind}\n  - ${before}\n  + ${after}`);
    console.log(`  ${reason === undefined ? 'No reason is listed in mutate/survivors.json.' : reason.reason}`);
  }
  const share = 1 - survivors.length / tried.length;
  console.log(`\n${tried.length - survivors.length} of ${tried.length} noticed (${(100 * share).toFixed(1)} %)`);
  if (share < goal) {
    console.log(`At least ${100 * goal} % must be.`);
    process.exitCode = 1;
  }
}

function sources() {
  const base = join(root, 'packages/core/src');
  const isSource = (file) => file.endsWith('.ts') && !/\.test\.ts$|(?:^|\/)generated\//.test(file);
  const inRooms = rooms.flatMap((room) =>
    readdirSync(join(base, room), { recursive: true })
      .filter(isSource)
      .map((file) => `${room}/${file}`),
  );
  return [...inRooms, ...files].sort().map((file) => `packages/core/src/${file}`);
}
