// Builds dependencies into a package, so that whoever installs it does not install them.
import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = 'dist/bundled';

/** Stands for a bundled dependency until it is known how deep the file lies that imports it. */
const mark = 'bundled:';

/** For esbuild: puts these dependencies, which are ES modules, among the package's own files. */
export function inlineDependencies(names) {
  return {
    name: 'inline-dependencies',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path }) =>
        names.includes(path) ? { path: fileURLToPath(import.meta.resolve(path)) } : null,
      );
    },
  };
}

/**
 * For esbuild: puts these dependencies, which are CommonJS, and what they require into the one file of a command. What
 * is left out of each is an empty module there.
 */
export function inlineBundled(bundled) {
  const leftOut = new Set(Object.values(bundled).flat());
  return {
    name: 'inline-bundled',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
        const isOfDependency = importer.includes('/node_modules/');
        if (isOfDependency && leftOut.has(path)) return { path, namespace: 'left-out' };
        if (isBuiltin(path) || !(isOfDependency || path in bundled)) return null;
        return { path: createRequire(importer).resolve(path) };
      });
      onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}

/** For esbuild: leaves the imports of the bundled dependencies alone but for a mark, which `linkBundled` replaces. */
export function markBundled(bundled) {
  return {
    name: 'mark-bundled',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path }) => (path in bundled ? { path: mark + path, external: true } : null));
    },
  };
}

/** Makes the marked imports of a built file lead to the bundled dependency. */
export function linkBundled(file, bundled) {
  const text = readFileSync(file, 'utf8');
  const linked = Object.keys(bundled).reduce(
    (soFar, name) =>
      soFar.replaceAll(JSON.stringify(mark + name), JSON.stringify(relative(dirname(file), fileOf(name)))),
    text,
  );
  if (linked !== text) writeFileSync(file, linked);
}

/**
 * Writes each dependency, which is CommonJS, as one file.
 *
 * @param bundled by name of the dependency, the packages that it requires and that are left out, because nothing calls
 *   the part that needs them
 * @param dependencies the names of what is installed with the package: that stays an import
 * @returns the files that are in there
 */
export async function bundleDependencies(bundled, dependencies) {
  rmSync(folder, { recursive: true, force: true });
  const inputs = [];
  for (const [name, leftOut] of Object.entries(bundled)) {
    const { metafile } = await build({
      stdin: { contents: `module.exports = require(${JSON.stringify(name)});`, resolveDir: process.cwd() },
      outfile: fileOf(name),
      bundle: true,
      external: [...dependencies, ...leftOut],
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      legalComments: 'none',
      metafile: true,
      logLevel: 'warning',
    });
    inputs.push(...Object.keys(metafile.inputs));
  }
  return inputs;
}

function fileOf(name) {
  return join(folder, `${name.replace('@', '').replace('/', '-')}.cjs`);
}

/**
 * Writes the licenses of the dependencies that a build put into the package. They ask for it: who gives a copy on gives
 * the license with it.
 *
 * @param inputs the files that went into the build, the package's own too
 */
export function writeLicenses(inputs) {
  const directories = inputs
    .map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
    .filter((directory) => directory !== undefined);
  if (directories.length === 0) return;
  const texts = [...new Set(directories)].sort().map((directory) => {
    const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const file = readdirSync(directory).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `License: ${license}` : readFileSync(join(directory, file), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  writeFileSync('dist/LICENSES.txt', texts.join(`\n${'-'.repeat(72)}\n\n`));
}
