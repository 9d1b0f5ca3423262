import { build } from 'esbuild';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { workspaceSources } from './workspace-sources.mjs';
import { root } from './workspaces.mjs';

/**
 * Imports a TypeScript file as it is now, without a build, so that a generator never reads an old one.
 * Imports between the packages lead to their sources too.
 *
 * @param path the file, absolute or relative to the current directory
 * @param format `cjs` where a dependency can't be loaded as an ES module
 * @returns the module
 */
export async function loadSource(path, { format = 'esm' } = {}) {
  // Inside the clone, so that the packages in node_modules are found from there.
  const folder = join(root, '.cache', 'sources');
  mkdirSync(folder, { recursive: true });
  const extension = format === 'cjs' ? 'cjs' : 'mjs';
  const outfile = join(folder, `${process.pid}-${Date.now()}.${extension}`);
  await build({
    entryPoints: [path],
    outfile,
    bundle: true,
    packages: 'external',
    plugins: [workspaceSources],
    format,
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
