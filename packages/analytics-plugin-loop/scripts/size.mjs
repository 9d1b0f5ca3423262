// Says how large the built plugin is in a page, minified by esbuild (as Vite does) and by Terser (as webpack does), and
// gzipped. Fails if it has grown over its limits. `npm run build` comes first. With --parts it also says what the bytes
// are for.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';

/** In bytes. There is room for the mapping's new rules; once what a page seldom needs is a chunk of its own, they shrink. */
const limits = { plugin: 63_000, pluginByTerser: 61_000, phoneParser: 16_500, oneFile: 76_000 };

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
const parser = Object.keys(metafile.outputs).filter((file) => file.includes('phone-'));
const isParser = ({ path }) => parser.some((file) => path.endsWith(file));
const gzipped = (contents) => gzipSync(contents, { level: 9 }).length;
const sum = (files) => files.reduce((total, { contents }) => total + gzipped(contents), 0);

const plugin = outputFiles.filter((file) => !isParser(file));
const sizes = {
  plugin: sum(plugin),
  pluginByTerser: sum(await Promise.all(plugin.map(byTerser))),
  phoneParser: sum(outputFiles.filter(isParser)),
  oneFile: gzipped(readFileSync(new URL('../dist/browser/analytics-plugin-loop.js', import.meta.url))),
};
const rows = Object.entries(sizes).map(([part, bytes]) => ({ part, bytes, limit: limits[part] }));
console.log(process.argv.includes('--json') ? JSON.stringify(sizes) : rows.map(line).join('\n'));
if (process.argv.includes('--parts')) console.log(partsOfPlugin());
if (rows.some(({ bytes, limit }) => bytes > limit)) process.exit(1);

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
  for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
    if (parser.includes(output)) continue;
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const part = /(?:node_modules|packages)\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input;
      bytesBy.set(part, (bytesBy.get(part) ?? 0) + bytesInOutput);
    }
  }
  const sorted = [...bytesBy].sort(([, a], [, b]) => b - a);
  return sorted.map(([part, bytes]) => `  ${part}: ${bytes} bytes minified`).join('\n');
}
