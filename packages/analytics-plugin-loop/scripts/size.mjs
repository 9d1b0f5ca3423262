// Says how large the built plugin is in a page, minified by esbuild (as Vite does) and by Terser (as webpack does), and
// gzipped: what is there before an event, and each chunk that an event may need. Fails if a part has grown over what the
// README says. `npm run build` comes first. With --parts it also says what the bytes are for.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';

/** In kB, as the README's table has them. */
const limits = {
  plugin: limitOf('Before an event'),
  pluginByTerser: limitOf('Before an event'),
  countryNames: limitOf('Names of countries'),
  sentences: limitOf('Sentences of reports'),
  phone: limitOf('Phone numbers'),
  oneFile: limitOf('The one file for a script tag'),
};

const { outputFiles, metafile } = await build({
  stdin: { contents: "export * from 'analytics-plugin-loop';", resolveDir: import.meta.dirname },
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  outdir: 'size',
  write: false,
  metafile: true,
});
const gzipped = (contents) => gzipSync(contents, { level: 9 }).length;
const sum = (files) => files.reduce((total, { contents }) => total + gzipped(contents), 0);
const filesOf = (names) => outputFiles.filter(({ path }) => [...names].some((name) => path.endsWith(name)));

const entry = Object.keys(metafile.outputs).find((name) => name.endsWith('stdin.js'));
const first = withImports(entry, new Set());
/** What a chunk brings that is not there yet. */
const chunk = (name) => {
  const file = Object.keys(metafile.outputs).find((output) => output.startsWith(`size/${name}-`));
  if (file === undefined) throw new Error(`There is no chunk "${name}".`);
  return sum(filesOf([...withImports(file, new Set())].filter((output) => !first.has(output))));
};
const sizes = {
  plugin: sum(filesOf(first)),
  pluginByTerser: sum(await Promise.all(filesOf(first).map(byTerser))),
  countryNames: chunk('country-reader'),
  sentences: chunk('sentences'),
  phone: chunk('phone'),
  oneFile: gzipped(readFileSync(new URL('../dist/browser/analytics-plugin-loop.js', import.meta.url))),
};
const rows = Object.entries(sizes).map(([part, bytes]) => ({ part, bytes, limit: limits[part] * 1000 }));
console.log(process.argv.includes('--json') ? JSON.stringify(sizes) : rows.map(line).join('\n'));
if (process.argv.includes('--parts')) console.log(partsOfPlugin());
if (rows.some(({ bytes, limit }) => bytes > limit)) process.exit(1);

/** The kB that the README names beside some words. */
function limitOf(words) {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const cell = new RegExp(`^\\| ${words}[^|]*\\| (\\d+) kB`, 'm').exec(readme);
  if (cell === null) throw new Error(`The README does not say how large this is: ${words}.`);
  return Number(cell[1]);
}

/** A built file and what it imports at once. */
function withImports(file, found) {
  if (found.has(file)) return found;
  found.add(file);
  for (const { kind, path } of metafile.outputs[file].imports)
    if (kind === 'import-statement') withImports(path, found);
  return found;
}

async function byTerser({ text }) {
  const { code } = await minify(text, { ecma: 2020, module: true });
  return { contents: code };
}

function line({ part, bytes, limit }) {
  return `${part}: ${bytes} bytes gzipped, limit ${limit}${bytes > limit ? ', TOO LARGE' : ''}`;
}

/** The bytes of each package in the plugin's own part, before gzip. */
function partsOfPlugin() {
  const bytesBy = new Map();
  for (const output of first) {
    for (const [input, { bytesInOutput }] of Object.entries(metafile.outputs[output].inputs)) {
      const part = /(?:node_modules|packages)\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input;
      bytesBy.set(part, (bytesBy.get(part) ?? 0) + bytesInOutput);
    }
  }
  const sorted = [...bytesBy].sort(([, a], [, b]) => b - a);
  return sorted.map(([part, bytes]) => `  ${part}: ${bytes} bytes minified`).join('\n');
}
