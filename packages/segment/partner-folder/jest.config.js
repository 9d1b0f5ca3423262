import { join } from 'node:path';
import { jestProject } from '../../../scripts/jest-project.mjs';

const { moduleNameMapper, ...project } = jestProject('for-segment', join(import.meta.dirname, '../dist/for-segment'));

/** The folder's own tests, run from the built folder. The core comes as a package, as it will in Segment's repository. */
export default {
  ...project,
  // What the folder imports of that repository has stand-ins.
  moduleNameMapper: { '/lib/(hashing-utils|test-data)$': join(import.meta.dirname, 'lib/$1.ts') },
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: [],
};
