// Bundles `try.js` of the folder that is named on the command line into its folder `built`.
import { build } from 'esbuild';
import { join } from 'node:path';
import { workspaceSources } from '../../../scripts/workspace-sources.mjs';

const [folder] = process.argv.slice(2);

await build({
  entryPoints: [join(folder, 'try.js')],
  outdir: join(folder, 'built'),
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  plugins: [workspaceSources],
  logLevel: 'warning',
});
