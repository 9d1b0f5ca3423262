// Makes a clone ready to run: dependencies as in package-lock.json, and a build of every package that changed.
// It needs nothing but Node, and takes a moment when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { networkFault, nodeFault, spaceFault, temporaryFolderFault, writeFault } from './machine.mjs';
import { root, workspaces } from './workspaces.mjs';

const npmsList = 'node_modules/.package-lock.json';

/** Megabytes that must be free. An installation takes 700 here and 200 in npm's cache. */
const neededMb = { install: 1000, update: 200, build: 50, temporaryFiles: 300 };

refuse(nodeFault(readJson('package.json').engines.node) ?? temporaryFolderFault(neededMb.temporaryFiles));
if (!isInstalled()) install();
buildWhatChanged();
linkCommands();

/**
 * Whether node_modules holds what package-lock.json says. npm keeps its own list of what it put there; the folders are
 * looked for too, because a folder that somebody deleted stays on that list.
 */
function isInstalled() {
  if (!existsSync(join(root, npmsList))) return false;
  const installed = readJson(npmsList).packages;
  return Object.entries(readJson('package-lock.json').packages)
    .filter(([path, wanted]) => path.includes('node_modules/') && !isForOtherMachines(wanted))
    .every(
      ([path, wanted]) =>
        installed[path]?.version === wanted.version &&
        installed[path]?.link === wanted.link &&
        existsSync(join(root, path)),
    );
}

/** Binaries for other systems are optional packages: npm lists them and leaves them out. */
function isForOtherMachines({ optional, peer }) {
  return optional === true || peer === true;
}

function install() {
  const isUpdate = existsSync(join(root, 'node_modules'));
  refuseToWrite([root, join(root, 'node_modules')], isUpdate ? neededMb.update : neededMb.install);
  say('Installing the dependencies. This happens once and can take a few minutes …');
  // `npm ci` removes node_modules first; where there is one already, npm only puts right what differs. Without its own
  // list it looks at the folders themselves.
  rmSync(join(root, npmsList), { force: true });
  const how = isUpdate ? ['install', '--no-save'] : ['ci'];
  const args = [...how, '--no-audit', '--no-fund'];
  const fault = networkFault();
  if (fault === null) npm([...args, '--loglevel=error'], 'npm could not install the dependencies.');
  // What npm has in its cache it can install without a network; it finds out in seconds what is missing there.
  else if (runNpm([...args, '--offline', '--loglevel=silent']).status !== 0) fail(fault);
}

/** npm makes no link in node_modules/.bin to a command that is not built yet, so `npx loop-adapters` needs another go. */
function linkCommands() {
  const unlinked = workspaces.filter(({ manifest }) =>
    Object.keys(manifest.bin ?? {}).some((command) => !existsSync(join(root, 'node_modules/.bin', command))),
  );
  for (const { manifest } of unlinked) {
    npm(['rebuild', manifest.name, '--ignore-scripts', '--silent'], `npm could not link the command ${manifest.name}.`);
  }
}

function buildWhatChanged() {
  const stampFile = join(root, '.cache/builds.json');
  const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const fingerprints = fingerprintsOf(workspaces.filter(({ manifest }) => manifest.scripts?.build));
  const changed = Object.entries(fingerprints)
    .filter(([name, { fingerprint, built }]) => stamps[name] !== fingerprint || !built)
    .map(([name]) => name);
  if (changed.length === 0) return;
  const places = workspaces.flatMap(({ directory }) => [directory, join(directory, 'dist')]);
  refuseToWrite([root, dirname(stampFile), ...places], neededMb.build);
  say(`Building ${changed.join(', ')} …`);
  const lerna = join(root, 'node_modules/lerna/dist/cli.js');
  const scopes = changed.flatMap((name) => ['--scope', name]);
  const args = [lerna, 'run', 'build', '--loglevel=error', ...scopes];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) fail(`${stdout}${stderr}\nThe build failed. The lines above say why.`);
  const current = Object.entries(fingerprints).map(([name, { fingerprint }]) => [name, fingerprint]);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify(Object.fromEntries(current), null, 2));
}

/** Per package: a hash of what its build reads, and whether there is a build. */
function fingerprintsOf(packages) {
  const shared = hashFiles(
    [
      'package-lock.json',
      'tsconfig.base.json',
      'scripts/build-package.mjs',
      'scripts/bundle-dependencies.mjs',
      'scripts/workspaces.mjs',
    ].map((name) => join(root, name)),
  );
  const own = new Map(packages.map(({ manifest, directory }) => [manifest.name, hashFiles(filesOf(directory))]));
  const withDependencies = (name, seen = new Set()) => {
    if (seen.has(name) || !own.has(name)) return [];
    seen.add(name);
    const { manifest } = packages.find((workspace) => workspace.manifest.name === name);
    const needed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).sort();
    return [own.get(name), ...needed.flatMap((dependency) => withDependencies(dependency, seen))];
  };
  return Object.fromEntries(
    packages.map(({ manifest, directory }) => [
      manifest.name,
      {
        fingerprint: hashTexts([shared, ...withDependencies(manifest.name)]),
        built: existsSync(join(directory, 'dist')),
      },
    ]),
  );
}

/** The files of a package that a build may read: neither what it makes, nor tests and prose. */
function filesOf(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter(({ name }) => !['dist', 'node_modules', '.cache'].includes(name) && !/\.test\.ts$|\.md$/.test(name))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      // A package.json in a folder of the package is one that the build made for a subpath.
      return entry.isDirectory() ? filesOf(path).filter((file) => file !== join(path, 'package.json')) : [path];
    })
    .sort();
}

function hashFiles(paths) {
  return hashTexts(paths.flatMap((path) => [relative(root, path), readFileSync(path)]));
}

function hashTexts(texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** npm shows its progress and its errors itself, on stderr. */
function npm(args, sentence) {
  if (runNpm(args).status !== 0) fail(`${sentence} The lines above say why.`);
}

function runNpm(args) {
  return spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}

function refuseToWrite(folders, needed) {
  refuse(writeFault(folders) ?? spaceFault(root, needed));
}

function refuse(fault) {
  if (fault !== null) fail(fault);
}

/** Progress goes to stderr: what a command prints on stdout stays its own. */
function say(text) {
  console.error(text);
}

function fail(text) {
  console.error(text);
  process.exit(1);
}
