// Builds the package in the current directory: declarations by tsc, ES modules and CommonJS by esbuild.
//
// What to build is read from package.json: every file under dist/ that `exports` or `bin` names is an entry, made
// from the file of the same name under src/. CommonJS is built if `exports` has a `require` condition.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { entriesOf, sourceOf } from './workspaces.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const bins = Object.values(manifest.bin ?? {}).map((file) => (file.startsWith('./') ? file : `./${file}`));
const sources = [
  ...new Set([...entriesOf({ manifest }).map(({ source }) => source), ...bins.map(sourceOf)]),
].filter((source) => source !== null);
const hasCommonJs = JSON.stringify(manifest.exports ?? {}).includes('"./dist/cjs/');

const missing = sources.filter((source) => !existsSync(source));
if (missing.length > 0) {
  console.error(`${manifest.name}: package.json exports files that have no source: ${missing.join(', ')}`);
  process.exit(1);
}

rmSync('dist', { recursive: true, force: true });
declareTypes();
await buildEsModules();
if (hasCommonJs) await buildCommonJs();
for (const file of bins) chmodSync(file, 0o755);

/** Writes dist/esm/**\/*.d.ts. The tests' types are checked by `npm run types`, not here. */
function declareTypes() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const projects = readdirSync('.').filter((name) => /^tsconfig\..+\.json$/.test(name) && name !== 'tsconfig.test.json');
  const { status } = spawnSync(process.execPath, [tsc, '-b', ...projects], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Bundles the package's own files per entry, what two entries share into chunks; dependencies stay imports. */
async function buildEsModules() {
  await build({
    entryPoints: sources,
    outbase: 'src',
    outdir: 'dist/esm',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    chunkNames: 'chunks/[hash]',
    sourcemap: true,
    logLevel: 'warning',
  });
}

/**
 * Turns each file of the ES modules' build into CommonJS, so that both have the same chunks: two entries then share
 * one copy of a class here too. A package.json of its own says that these files are CommonJS.
 */
async function buildCommonJs() {
  const files = readdirSync('dist/esm', { recursive: true });
  await build({
    entryPoints: files.filter((file) => file.endsWith('.js')).map((file) => join('dist/esm', file)),
    outbase: 'dist/esm',
    outdir: 'dist/cjs',
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    sourcemap: true,
    logLevel: 'warning',
  });
  for (const file of files.filter((name) => name.endsWith('.d.ts'))) {
    cpSync(join('dist/esm', file), join('dist/cjs', file));
  }
  mkdirSync('dist/cjs', { recursive: true });
  writeFileSync('dist/cjs/package.json', `${JSON.stringify({ type: 'commonjs' })}\n`);
}
