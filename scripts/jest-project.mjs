import { join } from 'node:path';
import { entriesOf, root, workspaces } from './workspaces.mjs';

/** Types are checked by `npm run types`, so the tests' transform only takes them away. */
const transform = {
  '^.+\\.[cm]?tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
};

/** Imports between packages lead to their sources: `@loop-adapters/core/bare` to packages/core/src/translate/bare.ts. */
const workspaceImports = Object.fromEntries(
  workspaces.flatMap((workspace) =>
    entriesOf(workspace).map(({ subpath, file, source }) => [
      `^${escape(join(workspace.manifest.name, subpath))}$`,
      join(workspace.directory, source ?? file),
    ]),
  ),
);

/**
 * Jest's settings for the tests of one folder.
 *
 * @param name what `--selectProjects` calls it
 * @param directory the absolute path of the folder
 */
export function jestProject(name, directory) {
  return {
    displayName: name,
    rootDir: directory,
    testEnvironment: join(root, 'scripts/test-isolation/isolated-environment.cjs'),
    testMatch: ['<rootDir>/**/*.test.ts'],
    // What is copied into a folder of somebody else's is tested there.
    testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/partner-folder/'],
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
    transform,
    moduleNameMapper: { ...workspaceImports, '^(\\.{1,2}/.*)\\.js$': '$1' },
    setupFilesAfterEnv: [join(root, 'scripts/test-isolation/forbid-network.cjs')],
  };
}

function escape(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
