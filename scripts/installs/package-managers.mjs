import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

const here = import.meta.dirname;

/** Installs the tools at the versions of the lockfile, and returns the folder that they are in. */
export async function bringTools(cache) {
  const folder = join(cache, 'tools');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(here, file), join(folder, file));
  // Scripts stay off: bun's looks for the binary that lies in a package of its own.
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await runProgram('npm', args, { cwd: folder });
  return join(folder, 'node_modules');
}

/**
 * By name, how each installs what package.json of a folder says, refusing what does not take this Node; and where it
 * wants to read that our packages need each other as they were packed, not as a registry has them.
 */
export const packageManagers = {
  npm: {
    program: 'npm/bin/npm-cli.js',
    args: ['install', '--engine-strict', '--no-audit', '--no-fund', '--no-package-lock'],
    overrides: (packed) => ({ overrides: packed }),
  },
  yarn: {
    program: 'yarn/bin/yarn.js',
    // It holds engines strictly by itself. A tarball of the same name and version is taken from its cache otherwise.
    args: ['install', '--non-interactive', '--no-lockfile', '--cache-folder', '.yarn-cache'],
    overrides: (packed) => ({ resolutions: packed }),
  },
  pnpm: {
    program: 'pnpm/bin/pnpm.cjs',
    args: ['install', '--no-lockfile', '--config.engine-strict=true', '--store-dir', '.pnpm-store'],
    overrides: (packed) => ({ pnpm: { overrides: packed } }),
  },
  bun: {
    // Not a program of Node, and without an option for engines: what it installs is then run.
    program: `@oven/bun-${systemOfBun()}/bin/bun`,
    args: ['install', '--no-save', '--cache-dir', '.bun-cache'],
    overrides: (packed) => ({ overrides: packed }),
  },
};

function systemOfBun() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}-${process.arch === 'arm64' ? 'aarch64' : process.arch}`;
}

/**
 * Installs the tarballs in an empty folder.
 *
 * @param manager a name of `packageManagers`
 * @param options `tools`, the folder of `bringTools`; `node`, the folder of a Node; `folder`, the empty
 *   one; `packed`, of `packPackages`
 * @throws Error if it refuses, or has a word to say about engines
 */
export async function installTarballs(manager, { tools, node, folder, packed }) {
  const { program, args, overrides } = packageManagers[manager];
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'somebody-who-installs',
      version: '1.0.0',
      license: 'MIT',
      private: true,
      dependencies: { ...tarballs, ...Object.assign({}, ...packed.map(({ peers }) => peers)) },
      ...overrides(tarballs),
    }),
  );
  const file = join(tools, program);
  const command = program.endsWith('js') ? [join(node, 'node'), [file, ...args]] : [file, args];
  const { output } = await runProgram(...command, {
    cwd: folder,
    env: { PATH: `${node}:${process.env.PATH}` },
  });
  const remarks = output.split('\n').filter((line) => /engine|unsupported|incompatible/i.test(line));
  if (remarks.length > 0) throw new Error(`It says something about engines:\n${remarks.join('\n')}`);
}
