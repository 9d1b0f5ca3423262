// Bundles the page of the tests in a browser into the folder that is named on the command line.
import { build } from 'esbuild';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceSources } from '../../../scripts/workspace-sources.mjs';

const page = join(import.meta.dirname, '../src/testing/page');
const [folder] = process.argv.slice(2);

await build({
  entryPoints: [join(page, 'start-page.ts')],
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  plugins: [workspaceSources],
  logLevel: 'warning',
});
cpSync(join(page, 'index.html'), join(folder, 'index.html'));
// The SDK asks for a folder of this name.
cpSync(join(page, 'source-config.json'), join(folder, 'sourceConfig/index.html'));
