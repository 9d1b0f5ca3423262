#!/usr/bin/env node
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

import { runProgram } from './program.js';

const manifest = createRequire(import.meta.url)('loop-adapters/package.json') as { readonly version: string };
const { stdin, stdout, stderr, env } = process;

// Left alone, V8 lets the heap of a long run grow to several times what is in use. With these, a large file takes the
// memory of a small one, and no more time. The measurement: docs/decisions/v8-flags.md.
if (process.argv[2] !== 'serve') {
  setFlagsFromString('--heap-growing-percent=10');
  setFlagsFromString('--semi-space-growth-factor=1');
}

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
