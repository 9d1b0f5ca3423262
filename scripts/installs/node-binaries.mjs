import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

/** The oldest Node that the packages promise, and the newest of every line that must work. */
export const oldestNode = '20.19.0';
export const newerNodes = ['22', '24', '26'];

/** The oldest Node that the core promises: the one of Segment's repository, where the core is a dependency. */
export const oldestNodeOfCore = '18.17.0';

/**
 * Brings a Node from npm, once.
 *
 * @param version exact, or a major for the newest of it
 * @param cache the folder that keeps it
 * @returns the folder of its binary, to stand first in PATH
 */
export async function bringNode(version, cache) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = join(cache, `node-${version}`);
  const binaries = join(folder, 'node_modules', name, 'bin');
  if (!existsSync(binaries)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `${name}@${version}`];
    await runProgram('npm', args, { cwd: folder });
  }
  return binaries;
}
