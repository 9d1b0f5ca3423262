// The files that are built for RudderStack: the destination's folder and the Transformation's one file.
import { build } from 'esbuild';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { minify } from 'terser';
import { workspaceSources } from '../../../scripts/workspace-sources.mjs';

const home = join(import.meta.dirname, '..');

const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));

/**
 * Builds the folder for `src/v0/destinations/` of a rudder-transformer checkout. RudderStack's own library stays
 * outside: with a copy of its error classes inside, the transformer would not know them and lose their tags.
 */
export async function buildTransformer(folder) {
  await build({
    absWorkingDir: home,
    entryPoints: { transform: 'src/transformer/transform.ts', networkHandler: 'src/transformer/network-handler.ts' },
    outdir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['@rudderstack/integrations-lib'],
    banner: {
      js: `// Loop destination for rudder-transformer, @loop-adapters/rudderstack ${version}. Built; do not edit.`,
    },
    plugins: [workspaceSources],
    logLevel: 'warning',
  });
  // The checkout's own package.json may say anything about what a .js file is.
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
}

/**
 * Builds the Transformation: the settings first, where a user finds them, the code minified below. Terser goes over what
 * esbuild has bundled, because it makes it smaller by another fortieth. The language
 * level is that of the isolate, and nothing of a host may be used there.
 */
export async function buildTransformation(file) {
  const { outputFiles } = await build({
    absWorkingDir: home,
    entryPoints: ['src/transformation/bundle.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'loop',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    charset: 'utf8',
    plugins: [workspaceSources],
    logLevel: 'warning',
  });
  const { code } = await minify(outputFiles[0].text, { ecma: 2020, compress: { passes: 3 } });
  // The first line is for the linter only.
  const [, ...head] = readFileSync(join(home, 'src/transformation/settings.js'), 'utf8').split('\n');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${head.join('\n')}// @loop-adapters/rudderstack ${version}\n${code}\n`);
}
