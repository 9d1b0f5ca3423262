// Builds what is not an ordinary entry of the package, into dist/ or into a folder that is named on the command line.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { buildTransformation, buildTransformer } from './bundles.mjs';

const home = join(import.meta.dirname, '..');
const [target = join(home, 'dist')] = process.argv.slice(2);

await buildTransformer(join(target, 'transformer/loop'));
await buildTransformation(join(target, 'transformation.js'));
for (const folder of ['component-cases', 'integrations-config']) {
  cpSync(join(home, 'generated', folder), join(target, folder), { recursive: true });
}
