#!/usr/bin/env node
import { createRequire } from 'node:module';

import { runProgram } from './program.js';

const manifest = createRequire(import.meta.url)('loop-adapters/package.json') as { readonly version: string };
const { stdin, stdout, stderr, env } = process;

// A reader that goes away (`| head`) is no failure, also where only the help is printed.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

const exitCode = await runProgram(
  process.argv.slice(2),
  { stdin, stdout, stderr, environment: env, directory: process.cwd() },
  manifest.version,
);

// What was printed may still be on its way, and after a second Ctrl-C so may requests that nobody waits for.
for (const stream of [stdout, stderr]) await new Promise((resolve) => stream.write('', resolve));
process.exit(exitCode);
