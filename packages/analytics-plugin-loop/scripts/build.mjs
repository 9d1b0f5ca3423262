// Builds the plugin for a script tag: one file with everything in it, the phone parser too.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/browser.ts'],
  outfile: 'dist/browser/analytics-plugin-loop.js',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  mainFields: ['module', 'main'],
  // What a page's bundler takes today without a change. The browsers that it asks for stand in the README.
  target: 'es2022',
  legalComments: 'none',
  sourcemap: true,
  logLevel: 'warning',
});
