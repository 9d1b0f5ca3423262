import { join } from 'node:path';
import { entriesOf, root, workspaces } from './scripts/workspaces.mjs';

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

const project = (folder, directory) => ({
  displayName: folder,
  rootDir: directory,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform,
  moduleNameMapper: { ...workspaceImports, '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFilesAfterEnv: [join(root, 'scripts/forbid-network.cjs')],
});

/** One project per package, so that `npx jest --selectProjects core` runs the core's tests. */
export default {
  // A test that starts processes takes a while on a busy machine; one that hangs still ends.
  testTimeout: 30_000,
  // In CI the run ends even if a failed test left a server or a timer behind; at a desk Jest says so and waits.
  forceExit: process.env.CI === 'true',
  projects: [...workspaces, { folder: 'scripts', directory: join(root, 'scripts') }].map(({ folder, directory }) =>
    project(folder, directory),
  ),
};

function escape(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
