// Runs every file of rows/ and prints one table. Options: --quick (fewer rounds), --only ROW (a file's name, several
// with commas).
import { fork, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
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

installPeers();

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

/** The peers are installed here only, and only when their list has changed. */
function installPeers() {
  if (isInstalled()) return;
  console.error('Installing the peers to measure against …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm could not install them. The lines above say why.');
    process.exit(1);
  }
}

function isInstalled() {
  const list = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = readPackages(list);
  return Object.entries(readPackages(join(folder, 'package-lock.json')))
    .filter(([path, { optional }]) => path !== '' && optional !== true)
    .every(([path, { version }]) => installed[path]?.version === version);
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
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
