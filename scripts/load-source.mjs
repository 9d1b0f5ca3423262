import { build } from 'esbuild';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { entriesOf, root, workspaces } from './workspaces.mjs';

/** Where imports between the packages lead: `@loop-adapters/core/bare` to packages/core/src/bare.ts. */
const sources = new Map(
  workspaces.flatMap((workspace) =>
    entriesOf(workspace)
      .filter(({ source }) => source !== null)
      .map(({ subpath, source }) => [join(workspace.manifest.name, subpath), join(workspace.directory, source)]),
  ),
);

const workspaceSources = {
  name: 'workspace-sources',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path }) => (sources.has(path) ? { path: sources.get(path) } : undefined));
  },
};

/**
 * Imports a TypeScript file as it is now, without a build, so that a generator never reads an old one.
 * Imports between the packages lead to their sources too.
 *
 * @param path the file, absolute or relative to the current directory
 * @returns the module
 */
export async function loadSource(path) {
  // Inside the clone, so that the packages in node_modules are found from there.
  const folder = join(root, '.cache', 'sources');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${process.pid}-${Date.now()}.mjs`);
  await build({
    entryPoints: [path],
    outfile,
    bundle: true,
    packages: 'external',
    plugins: [workspaceSources],
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
