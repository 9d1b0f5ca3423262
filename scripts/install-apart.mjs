import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what a folder outside the workspaces needs, such as the benchmark's peers, and only when its list changed.
 * It ends the process if npm can't.
 *
 * @param folder the absolute path of the folder, which has a package.json and a package-lock.json of its own
 * @param sentence what is said before it begins
 */
export function installApart(folder, sentence) {
  if (isInstalled(folder)) return;
  console.error(sentence);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error('npm could not install them. The lines above say why.');
  process.exit(1);
}

function isInstalled(folder) {
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
