import { join } from 'node:path';
import { jestProject } from './scripts/jest-project.mjs';
import { root, workspaces } from './scripts/workspaces.mjs';

/** One project per package, so that `npx jest --selectProjects core` runs the core's tests. */
export default {
  // A test that starts processes takes a while on a busy machine; one that hangs still ends.
  testTimeout: 120_000,
  // In CI the run ends even if a failed test left a server or a timer behind; at a desk Jest says so and waits.
  forceExit: process.env.CI === 'true',
  projects: [...workspaces, { folder: 'scripts', directory: join(root, 'scripts') }].map(({ folder, directory }) =>
    jestProject(folder, directory),
  ),
};
