// What can be wrong with a machine before anything of ours runs. Each function answers null, or with one sentence that
// says what to do. They need nothing but Node, and an old Node can load them too: that is why `node:fs` is imported
// whole, and not by names that it may lack.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';

const again = 'then run the same command again.';

/**
 * @param engines what package.json asks for, such as `>=20.19`
 * @returns {string | null}
 */
export function nodeFault(engines) {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(engines).map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return null;
  return (
    `Loop Adapters needs Node ${major}.${minor} or later, and this is Node ${process.versions.node}: ` +
    `install a newer one from https://nodejs.org, ${again}`
  );
}

/**
 * @param folders absolute paths; those that are not there yet are passed over
 * @returns {string | null}
 */
export function writeFault(folders) {
  const closed = folders.find((folder) => fs.existsSync(folder) && !isWritable(folder));
  if (closed === undefined) return null;
  return `Nothing can be written to ${closed}: make it writable, or copy the repository to a folder of your own, ${again}`;
}

/**
 * Temporary files: the demo's queue, the tests' folders and Jest's cache.
 *
 * @param neededMb megabytes that must be free there
 * @returns {string | null}
 */
export function temporaryFolderFault(neededMb) {
  const folder = os.tmpdir();
  if (!fs.existsSync(folder) || !isWritable(folder)) {
    return `Nothing can be written to ${folder}, the folder for temporary files: set TMPDIR to a folder of your own, ${again}`;
  }
  return spaceFault(folder, neededMb);
}

/**
 * @param folder any folder of the disk in question
 * @param neededMb megabytes that must be free
 * @returns {string | null}
 */
export function spaceFault(folder, neededMb) {
  const { bavail, bsize } = fs.statfsSync(folder);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  if (freeMb >= neededMb) return null;
  return `The disk that holds ${folder} has ${freeMb} MB left, and ${neededMb} MB are needed: make room on it, ${again}`;
}

/**
 * Whether npm reaches its registry. npm asks itself, because it knows the way there: a proxy, a company's own registry,
 * its certificates.
 *
 * @returns {string | null}
 */
export function networkFault() {
  const ask = ['view', 'typescript', 'version', '--prefer-online', '--fetch-retries=0', '--fetch-timeout=20000'];
  if (askNpm(ask).status === 0) return null;
  return (
    `npm can't reach ${askNpm(['config', 'get', 'registry']).stdout.trim()}: connect this machine to the network ` +
    `(behind a proxy: npm config set proxy URL), ${again}`
  );
}

function askNpm(args) {
  return spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
}

function isWritable(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
