// Builds the plugin for a script tag: one file with everything in it, the phone parser too. Terser goes over what
// esbuild has bundled, because it makes it smaller by another thirtieth.
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { minify } from 'terser';

const outfile = 'dist/browser/analytics-plugin-loop.js';

const { outputFiles } = await build({
  entryPoints: ['src/browser.ts'],
  outfile,
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  mainFields: ['module', 'main'],
  // What a page's bundler takes today without a change. The browsers that it asks for stand in the README.
  target: 'es2022',
  legalComments: 'none',
  sourcemap: 'external',
  write: false,
  logLevel: 'warning',
});
const textOf = (end) => outputFiles.find(({ path }) => path.endsWith(end)).text;

const { code, map } = await minify(textOf('.js'), {
  ecma: 2020,
  compress: { passes: 3 },
  sourceMap: { content: textOf('.js.map'), filename: basename(outfile), url: `${basename(outfile)}.map` },
});
mkdirSync('dist/browser', { recursive: true });
writeFileSync(outfile, code);
writeFileSync(`${outfile}.map`, map);
