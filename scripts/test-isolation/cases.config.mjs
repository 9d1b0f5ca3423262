// Jest's settings for the two files that isolated-environment.test.ts runs: every project's own, in a fixed order.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jestProject } from '../jest-project.mjs';

const directory = dirname(fileURLToPath(import.meta.url));

export default {
  ...jestProject('cases', directory),
  testMatch: ['<rootDir>/*.case.ts'],
  forceExit: true,
  testSequencer: join(directory, 'by-name.cjs'),
};
