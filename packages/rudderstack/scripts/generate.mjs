// Makes what is handed to RudderStack's own repositories: component cases, and the dashboard's configuration.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';

const home = join(import.meta.dirname, '..');
const { madeFiles, fieldsTable } = await loadSource(join(home, 'src/made-files.ts'));
const settings = JSON.parse(readFileSync(join(home, '../core/settings.schema.json'), 'utf8'));

for (const { path, text } of madeFiles(join(home, '../../examples'), settings)) {
  await madeFile(join(home, 'generated', path), text);
}

const readme = readFileSync(join(home, 'README.md'), 'utf8');
const table = `<!-- fields -->\n\n${fieldsTable(settings)}\n\n<!-- /fields -->`;
await madeFile(
  join(home, 'README.md'),
  readme.replace(/<!-- fields -->[^]*<!-- \/fields -->/, () => table),
);
