// Builds dist/for-segment/destinations/loop/: the destination's folder as it goes into Segment's repository. It is
// src/loop in the style of that repository, with what only a folder there has (partner-folder/destinations) over it. What
// it needs besides is the package @loop-adapters/core. Beside it lies what Segment's catalog and docs want.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { loadDestination } from './load-destination.mjs';
import { metadataOf } from './metadata.mjs';

const folder = 'dist/for-segment/destinations/loop';

/** From package.json of Segment's repository. */
const style = { semi: false, singleQuote: true, trailingComma: 'none', printWidth: 120 };

rmSync('dist/for-segment', { recursive: true, force: true });
cpSync('src/loop', folder, { recursive: true });
cpSync('partner-folder/destinations/loop', folder, { recursive: true });
cpSync('partner-folder/catalog', 'dist/for-segment/catalog', { recursive: true });
for (const name of readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.ts'))) {
  const file = join(folder, name);
  writeFileSync(file, await format(readFileSync(file, 'utf8'), { parser: 'typescript', ...style }));
}
writeFileSync(join(folder, 'metadata.json'), `${JSON.stringify(metadataOf(await loadDestination()), null, 2)}\n`);
