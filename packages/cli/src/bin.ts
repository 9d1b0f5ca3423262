#!/usr/bin/env node
import { createRequire } from 'node:module';

import { runProgram } from './program.js';

const manifest = createRequire(import.meta.url)('loop-adapters/package.json') as { readonly version: string };
const { stdin, stdout, stderr, env } = process;

// Not process.exit: what was written to a pipe may still be on its way.
process.exitCode = await runProgram(
  process.argv.slice(2),
  { stdin, stdout, stderr, environment: env, directory: process.cwd() },
  manifest.version,
);
