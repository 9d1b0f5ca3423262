// Bundles the page of the tests in a browser into the folder that is named on the command line.
import { build } from 'esbuild';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceSources } from '../../../../../scripts/workspace-sources.mjs';

const [folder] = process.argv.slice(2);

await build({
  entryPoints: [join(import.meta.dirname, 'start-page.ts')],
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  plugins: [workspaceSources],
  logLevel: 'warning',
});
cpSync(join(import.meta.dirname, 'index.html'), join(folder, 'index.html'));
// The SDK asks for a folder of this name.
cpSync(join(import.meta.dirname, 'source-config.json'), join(folder, 'sourceConfig/index.html'));
