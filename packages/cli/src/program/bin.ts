#!/usr/bin/env node
import { exitCodes } from '../terminal/exit-code.js';
import { runProgram } from './program.js';

/** Of package.json; the build puts it in, so that nothing has to be read. */
declare const PACKAGE_VERSION: string;

async function run(): Promise<void> {
  const { stdout, stderr, env } = process;
  // A reader that goes away (`| head`) is no failure, also where only the help is printed.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

  const exitCode = await runProgram(
    process.argv.slice(2),
    {
      // Node opens it where it is first read, and most commands read files.
      get stdin() {
        return process.stdin;
      },
      stdout,
      stderr,
      environment: env,
      directory: process.cwd(),
    },
    PACKAGE_VERSION,
  );

  // What was printed may still be on its way, and after a second Ctrl-C so may requests that nobody waits for.
  for (const stream of [stdout, stderr]) await new Promise((resolve) => stream.write('', resolve));
  process.exit(exitCode);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(exitCodes.undelivered);
});
