import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

/**
 * Uses the core alone with a Node that is older than what the other packages take: every entry, and an event whose
 * identifiers are hashed by Node and by the built-in hash, which must agree.
 *
 * @param folder where `installTarballs` installed
 * @param node the folder of a Node
 * @param packed the packages, with what they export
 * @throws Error that says what does not work
 */
export async function tryCore(folder, node, packed) {
  const name = '@loop-adapters/core';
  const { entries } = packed.find((one) => one.name === name);
  // This Node has no import attributes, so JSON is not imported.
  const code = entries.map(({ subpath }) => join(name, subpath)).filter((entry) => !entry.endsWith('.json'));
  for (const file of ['load-entries.mjs', 'hash-twice.mjs'])
    cpSync(join(import.meta.dirname, file), join(folder, file));
  const run = (...args) => runProgram(join(node, 'node'), args, { cwd: folder, timeoutMs: 60_000 });
  await run('load-entries.mjs', JSON.stringify(code));
  await run('hash-twice.mjs');
}
