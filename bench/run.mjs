// Runs every file of rows/ and prints one table. Options: --quick (fewer rounds), --only ROW (a file's name, several
// with commas).
import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { installApart } from '../scripts/install-apart.mjs';
import { printTable } from './table.mjs';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const folder = import.meta.dirname;

const files = readdirSync(join(folder, 'rows')).filter((name) => name.endsWith('.mjs'));
const wanted = options.only?.split(',') ?? files.map((name) => basename(name, '.mjs'));
const unknown = wanted.filter((name) => !files.includes(`${name}.mjs`));
if (unknown.length > 0) {
  const names = files.map((name) => basename(name, '.mjs')).join(', ');
  console.error(`There is no row ${unknown.join(', ')}. The rows are: ${names}.`);
  process.exit(2);
}

installApart(folder, 'Installing the peers to measure against …');

const [processor] = cpus();
console.log(`Node ${process.versions.node} · ${processor?.model ?? 'unknown processor'} · ${cpus().length} cores\n`);

const results = [];
const broken = [];
for (const name of wanted) {
  console.error(`measuring ${name} …`);
  const result = await runRow(join(folder, 'rows', `${name}.mjs`));
  if (result === null) broken.push(name);
  else results.push(result);
}
printTable(results);

if (broken.length > 0) {
  console.error(`\nBroken rows: ${broken.join(', ')}. The lines above say why.`);
  process.exitCode = 1;
}

/** What the row sent, or null if it broke; it has then written why. */
function runRow(file) {
  return new Promise((resolve) => {
    const child = fork(join(folder, 'row.mjs'), [file, options.quick ? 'quick' : 'full'], {
      execArgv: ['--expose-gc'],
    });
    let result = null;
    child.on('message', (message) => (result = message));
    child.on('exit', () => resolve(result));
  });
}
