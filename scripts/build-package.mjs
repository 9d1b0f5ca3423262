// Builds the package in the current directory: declarations by tsc, ES modules and CommonJS by esbuild.
//
// What to build is read from package.json: every file under dist/ that `exports` or `bin` names is an entry, made
// from the file of the same name under src/. CommonJS is built if `exports` has a `require` condition. A command (`bin`)
// is one CommonJS file, because Node starts it faster than ES modules in many. Dependencies stay imports, but two kinds
// are built in (scripts/bundle-dependencies.mjs): `inlined` lists ES modules, and `bundled` has CommonJS packages by
// name, with what is left out of each.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import {
  bundleDependencies,
  inlineBundled,
  inlineDependencies,
  linkBundled,
  markBundled,
  writeLicenses,
} from './bundle-dependencies.mjs';
import { entriesOf, sourceOf } from './workspaces.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const bins = Object.values(manifest.bin ?? {}).map((file) => (file.startsWith('./') ? file : `./${file}`));
const sources = entriesOf({ manifest })
  .map(({ source }) => source)
  .filter((source) => source !== null);
const { bundled = {}, inlined = [] } = manifest;
const hasCommonJs = JSON.stringify(manifest.exports ?? {}).includes('"./dist/cjs/');

const missing = [...sources, ...bins.map(sourceOf)].filter((source) => !existsSync(source));
if (missing.length > 0) {
  console.error(`${manifest.name}: package.json exports files that have no source: ${missing.join(', ')}`);
  process.exit(1);
}

declareTypes();
const builtIn = sources.length === 0 ? [] : await bundleDependencies(bundled, Object.keys(manifest.dependencies ?? {}));
const made = [...(await buildEsModules()), ...declarations('dist/esm')];
if (hasCommonJs) made.push(...(await buildCommonJs(made)));
for (const file of bins) made.push(...(await buildCommand(file)));
removeAllBut(made);
writeLicenses(builtIn);
writeSubpathFolders();
mkdirSync('dist', { recursive: true });
// The compiler's notes lie among what is published and stay here.
writeFileSync('dist/.npmignore', '*.tsbuildinfo\n');
for (const file of bins) chmodSync(file, 0o755);

/** Writes dist/esm/**\/*.d.ts. The tests' types are checked by `npm run types`, not here. */
function declareTypes() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const projects = readdirSync('.').filter(
    (name) => /^tsconfig\..+\.json$/.test(name) && name !== 'tsconfig.test.json',
  );
  const { status } = spawnSync(process.execPath, [tsc, '-b', ...projects], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** The declarations whose source is still there. */
function declarations(folder) {
  return filesIn(folder).filter(
    (file) => file.endsWith('.d.ts') && existsSync(join('src', relative(folder, file).replace(/\.d\.ts$/, '.ts'))),
  );
}

/** Bundles the package's own files per entry, what two entries share into chunks; dependencies stay imports. */
async function buildEsModules() {
  if (sources.length === 0) return [];
  const { metafile } = await build({
    entryPoints: sources,
    outbase: 'src',
    outdir: 'dist/esm',
    bundle: true,
    splitting: true,
    packages: 'external',
    plugins: [inlineDependencies(inlined), markBundled(bundled)],
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    // A field without a value needs no line of its own in a page.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  builtIn.push(...Object.keys(metafile.inputs));
  const files = Object.keys(metafile.outputs);
  for (const file of files) {
    if (!file.endsWith('.js')) continue;
    linkBundled(file, bundled);
    escapeNonAscii(file);
    if (manifest.sideEffects === false) leaveOutBareImports(file);
  }
  return files;
}

/**
 * esbuild imports a chunk for its side effects alone where another chunk imports it too. These packages say that they
 * have none, so a bundler in a user's project leaves such an import out, with a warning. The line stays, for the map.
 */
function leaveOutBareImports(file) {
  const code = readFileSync(file, 'utf8');
  const plain = code.replaceAll(/^import "\.[^"]*\/chunks\/[^"]*";$/gm, '');
  if (plain !== code) writeFileSync(file, plain);
}

/**
 * esbuild escapes what is not ASCII in texts, but not in regular expressions. With all of it escaped a page that is served
 * without a charset reads it right, and V8 reads it in half the time.
 */
function escapeNonAscii(file) {
  const code = readFileSync(file, 'utf8');
  const ascii = code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (ascii !== code) writeFileSync(file, ascii);
}

/**
 * Turns each file of the ES modules' build into CommonJS, so that both have the same chunks: two entries then share
 * one copy of a class here too. A package.json of its own says that these files are CommonJS.
 */
async function buildCommonJs(esModules) {
  const { metafile } = await build({
    entryPoints: esModules.filter((file) => file.endsWith('.js')),
    outbase: 'dist/esm',
    outdir: 'dist/cjs',
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  const types = esModules.filter((file) => file.endsWith('.d.ts')).map((file) => [file, file.replace('esm', 'cjs')]);
  for (const [from, to] of types) cpSync(from, to);
  return [...Object.keys(metafile.outputs), ...types.map(([, to]) => to), writeCommonJsMark()];
}

/** Bundles a command with all that it loads later into one file: what is loaded later also runs later. */
async function buildCommand(file) {
  const { metafile } = await build({
    entryPoints: [sourceOf(file)],
    outfile: file,
    bundle: true,
    packages: 'external',
    plugins: [inlineBundled(bundled)],
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    define: { PACKAGE_VERSION: JSON.stringify(manifest.version) },
    // Node reads the whole file before it runs any of it. The source map has what is left out.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  builtIn.push(...Object.keys(metafile.inputs));
  return [...Object.keys(metafile.outputs), writeCommonJsMark()];
}

/** Says that the files under dist/cjs are CommonJS. */
function writeCommonJsMark() {
  const mark = 'dist/cjs/package.json';
  mkdirSync('dist/cjs', { recursive: true });
  writeFileSync(mark, `${JSON.stringify({ type: 'commonjs' })}\n`);
  return mark;
}

/**
 * Writes a folder with a package.json for each subpath (`bare/package.json`): React Native before 0.79, TypeScript's
 * `moduleResolution: node10` and Jest before 28 find nothing by `exports`.
 */
function writeSubpathFolders() {
  for (const [subpath, target] of Object.entries(manifest.exports ?? {})) {
    if (!/^\.\/[\w-]+$/.test(subpath)) continue;
    const { import: esModule, require: commonJs } = target;
    if (esModule === undefined || commonJs === undefined) continue;
    const fromFolder = (file) => `.${file}`;
    const pointers = {
      main: fromFolder(commonJs.default),
      module: fromFolder(esModule.default),
      types: fromFolder(commonJs.types),
      sideEffects: false,
    };
    mkdirSync(subpath, { recursive: true });
    writeFileSync(join(subpath, 'package.json'), `${JSON.stringify(pointers, null, 2)}\n`);
  }
}

/** What an earlier build left behind goes last, so that a package stays usable while it is built. */
function removeAllBut(files) {
  const kept = new Set(files.map((file) => join(file)));
  for (const file of [...filesIn('dist/esm'), ...filesIn('dist/cjs')]) if (!kept.has(file)) rmSync(file);
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
