// Plays a release through in a clone that is thrown away: `lerna version` makes the commit and the tag there, everything
// is built, and npm packs what it would publish. Nothing is pushed and nothing leaves this machine.
//
// What follows `--` goes to `lerna version`: npm run release:dry-run -- minor
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './workspaces.mjs';

const isWindows = process.platform === 'win32';
const folder = mkdtempSync(join(tmpdir(), 'loop-release-'));
const clone = join(folder, 'clone');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

say('A clone of the last commit, with its dependencies');
run('git', ['clone', '--quiet', '--branch', 'main', root, clone]);
run('git', ['config', 'user.name', 'Dry run']);
run('git', ['config', 'user.email', 'dry-run@example.com']);
run(process.execPath, ['scripts/set-up.mjs']);

say('lerna version');
run('npx', ['lerna', 'version', ...process.argv.slice(2), '--yes', '--no-push']);
run('git', ['log', '-1', '--stat', '--format=%h %s%d']);
run(process.execPath, ['scripts/set-up.mjs']);
// A made file that names the version would be out of date now, and the workflow that publishes would stop there.
run('npm', ['run', '--silent', 'generate:check']);

say('What npm would publish');
const { version } = JSON.parse(readFileSync(join(clone, 'lerna.json'), 'utf8'));
const packed = Object.values(JSON.parse(read('npm', ['pack', '--dry-run', '--json', '--workspaces']))).filter(
  ({ name }) => !isPrivate(name),
);
for (const { name, files, size, entryCount } of packed) {
  console.log(`${name} ${version}: ${entryCount} files, ${kilobytes(size)}`);
  const kinds = {};
  for (const { path } of files) {
    const kind = path.split('/').slice(0, 2).join('/');
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  for (const [kind, count] of Object.entries(kinds)) console.log(`  ${kind}${count > 1 ? `: ${count} files` : ''}`);
}

say('What the release on GitHub would hold');
const assets = read(process.execPath, ['scripts/release-assets.mjs']).trim().split('\n');
for (const file of assets) console.log(`${basename(file)}, ${kilobytes(statSync(file).size)}`);

const faults = packed.flatMap(faultsOf);
if (faults.length > 0) {
  console.error(`\n${faults.join('\n')}`);
  process.exit(1);
}
console.log(
  `\n${packed.length} packages would go out as ${version}, and ${assets.length} files to the release v${version}.`,
);

/** What must not reach npm: a package of another version, one that asks for another version of ours, or half a one. */
function faultsOf({ name, version: own, files }) {
  const { dependencies = {}, homepage, bugs } = manifestOf(name);
  const has = (path) => files.some((file) => file.path === path);
  return [
    own !== version && `${name} has the version ${own}, and ${version} goes out.`,
    ...['README.md', 'LICENSE', 'CHANGELOG.md'].map((file) => !has(file) && `${name} has no ${file}.`),
    ...Object.entries(dependencies)
      .filter(([other, range]) => isOurs(other) && range !== `^${version}`)
      .map(([other, range]) => `${name} asks for ${other} ${range}, and ${version} goes out.`),
    (!homepage || !bugs) && `${name} has no homepage or no bugs. Run: npm run generate`,
  ].filter(Boolean);
}

function manifestOf(name) {
  return JSON.parse(readFileSync(join(clone, 'node_modules', name, 'package.json'), 'utf8'));
}

function isPrivate(name) {
  return manifestOf(name).private === true;
}

function isOurs(name) {
  return packed.some((other) => other.name === name);
}

function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000)} kB`;
}

function say(text) {
  console.log(`\n== ${text}`);
}

/** Runs a command in the clone (the clone itself in its folder) and shows what it prints. */
function run(command, args) {
  start(command, args, 'inherit');
}

function read(command, args) {
  return start(command, args, 'pipe').stdout;
}

function start(command, args, stdout) {
  const cwd = args[0] === 'clone' ? folder : clone;
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'inherit'],
    shell: isWindows && command !== process.execPath,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return result;
  console.error(`${command} ${args.join(' ')} failed. The lines above say why.`);
  process.exit(1);
}
