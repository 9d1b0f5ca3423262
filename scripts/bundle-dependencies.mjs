// Builds dependencies into a package, so that whoever installs it does not install them.
import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const folder = 'dist/bundled';

/** Stands for a bundled dependency until it is known how deep the file lies that imports it. */
const mark = 'bundled:';

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
 * Writes each dependency as one CommonJS file, and the licenses of all that is in there.
 *
 * @param bundled by name of the dependency, the packages that it requires and that are left out, because nothing calls
 *   the part that needs them
 * @param dependencies the names of what is installed with the package: that stays an import
 */
export async function bundleDependencies(bundled, dependencies) {
  rmSync(folder, { recursive: true, force: true });
  if (Object.keys(bundled).length === 0) return;
  mkdirSync(folder, { recursive: true });
  const inputs = new Set();
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
    for (const input of Object.keys(metafile.inputs)) inputs.add(input);
  }
  writeFileSync(join(folder, 'LICENSES.txt'), licensesOf(inputs));
}

function fileOf(name) {
  return join(folder, `${name.replace('@', '').replace('/', '-')}.cjs`);
}

/** Their licenses ask for it: who gives a copy on gives the license with it. */
function licensesOf(inputs) {
  const directories = [...inputs]
    .map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
    .filter((directory) => directory !== undefined);
  const texts = [...new Set(directories)].sort().map((directory) => {
    const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const file = readdirSync(directory).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `License: ${license}` : readFileSync(join(directory, file), 'utf8').trim();
    return `${name} ${version}\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}
