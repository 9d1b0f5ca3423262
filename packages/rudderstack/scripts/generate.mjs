// Makes what is handed to RudderStack's own repositories: component cases, and the dashboard's configuration.
import { join } from 'node:path';
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';

const home = join(import.meta.dirname, '..');
const { madeFiles } = await loadSource(join(home, 'src/made-files.ts'));

for (const { path, text } of madeFiles(join(home, '../../examples')))
  await madeFile(join(home, 'generated', path), text);
