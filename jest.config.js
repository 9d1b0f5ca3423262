import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf, root, workspaces } from './scripts/workspaces.mjs';

/** Types are checked by `npm run types`, so the tests' transform only takes them away. */
const transform = {
  '^.+\\.[cm]?tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
};

/** Imports between packages lead to their sources: `@loop-adapters/core/bare` to packages/core/src/bare.ts. */
const workspaceImports = Object.fromEntries(
  workspaces.flatMap((workspace) =>
    entriesOf(workspace).map(({ subpath, file, source }) => [
      `^${escape(join(workspace.manifest.name, subpath))}$`,
      join(workspace.directory, source ?? file),
    ]),
  ),
);

export default {
  projects: workspaces
    .filter(({ directory }) => existsSync(join(directory, 'src')))
    .map(({ folder, directory }) => ({
      displayName: folder,
      rootDir: directory,
      testEnvironment: 'node',
      testMatch: ['<rootDir>/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
      transform,
      moduleNameMapper: { ...workspaceImports, '^(\\.{1,2}/.*)\\.js$': '$1' },
      setupFilesAfterEnv: [join(root, 'scripts/forbid-network.cjs')],
    })),
};

function escape(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
