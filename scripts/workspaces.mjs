import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root directory. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The packages under `packages/`, in alphabetical order, each with its directory and its package.json. */
export const workspaces = readdirSync(join(root, 'packages'))
  .map((folder) => ({ folder, directory: join(root, 'packages', folder) }))
  .filter(({ directory }) => existsSync(join(directory, 'package.json')))
  .map((place) => ({ ...place, manifest: JSON.parse(readFileSync(join(place.directory, 'package.json'), 'utf8')) }));

/**
 * The source file that a built file comes from: `./dist/esm/sandbox/index.js` is made from `src/sandbox/index.ts`.
 * Returns null for what is not built, such as a JSON file.
 */
export function sourceOf(builtFile) {
  const match = /^\.\/dist\/(?:esm|cjs)\/(.+)\.js$/.exec(builtFile);
  return match === null ? null : `src/${match[1]}.ts`;
}

/**
 * What a package's `exports` offer: the subpath (`.`, `./bare`), the file it leads to, and that file's source
 * (null if it is not built).
 */
export function entriesOf({ manifest }) {
  return Object.entries(manifest.exports ?? {}).map(([subpath, target]) => {
    const file = fileOf(target);
    return { subpath, file, source: sourceOf(file) };
  });
}

function fileOf(target) {
  if (typeof target === 'string') return target;
  return fileOf(target.default ?? target.import ?? target.require);
}
