import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import prettier from 'prettier';
import { root } from './workspaces.mjs';

/**
 * Writes a file that a script makes, such as a table in the docs, formatted by Prettier.
 *
 * With `--check` on the command line it writes nothing: if the file differs from what would be written, it names the
 * file and makes the process end with exit code 1.
 *
 * @param path where the file goes; relative to the current directory, which is the package under `npm run generate`
 * @param text what the file is to hold, in any layout
 */
export async function madeFile(path, text) {
  const file = resolve(path);
  const name = relative(root, file);
  const options = await prettier.resolveConfig(file);
  const info = await prettier.getFileInfo(file);
  const made = info.inferredParser === null ? text : await prettier.format(text, { ...options, filepath: file });
  const there = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (there === made) return;
  if (process.argv.includes('--check')) {
    console.error(`${name} ${there === null ? 'is missing' : 'is out of date'}. Run: npm run generate`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made);
  console.log(`made ${name}`);
}
