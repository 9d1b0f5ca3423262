// Runs the guard over the corpora, or over the files that are named, and prints the figures and what is left.
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { loadSource } from '../../../scripts/load-source.mjs';
import { root } from '../../../scripts/workspaces.mjs';

const home = join(root, 'packages/core');
const { CorpusError, readCorpus } = await loadSource(join(home, 'test/corpora/corpus.ts'));
const { measure } = await loadSource(join(home, 'test/corpora/measure.ts'));

/** What is wrong in each kind of corpus, and how much of it may be; in per cent. */
const goals = {
  personal: { wrong: 'leave in clear', units: 'property sets, as properties and as traits', atMost: 2 },
  harmless: { wrong: 'are held back', units: 'values', atMost: 1 },
  cases: { wrong: 'fail', units: 'cases', atMost: 0 },
};

const own = ['personal.json', 'own-personal.json', 'harmless.json', 'own-harmless.json', 'cases.json'];
const named = process.argv.slice(2).map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file));
const files = named.length > 0 ? named : own.map((file) => join(home, 'corpora', file));

let corpora;
try {
  corpora = files.map((file) => ({ name: basename(file), corpus: readCorpus(basename(file), read(file)) }));
} catch (error) {
  if (!(error instanceof CorpusError)) throw error;
  console.error(error.message);
  process.exit(2);
}

const figures = corpora.map(({ name, corpus }) => {
  const { units, left } = measure(corpus);
  for (const line of left) console.log(`${name}  ${line}`);
  return { name, goal: goals[corpus.kind], units, wrong: left.length };
});

if (figures.some(({ wrong }) => wrong > 0)) console.log('');
for (const { name, goal, units, wrong } of figures) {
  const share = (100 * wrong) / units;
  const verdict = share <= goal.atMost ? 'reached' : 'missed';
  console.log(
    `${name}: ${wrong} of ${units} ${goal.units} ${goal.wrong}, ${share.toFixed(1)} %. Goal: at most ${goal.atMost} %, ${verdict}.`,
  );
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CorpusError(`${basename(file)} is no corpus: there is no such file, or it can't be read.`);
  }
}
