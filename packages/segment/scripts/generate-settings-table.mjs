// Puts the table of the settings into the README. With --check it only says whether it is out of date.
import { readFileSync } from 'node:fs';
import { madeFile } from '../../../scripts/made-file.mjs';
import { settingsRows } from './settings-rows.mjs';

const rows = (await settingsRows()).map(({ name, type, isSecret, default: value, description }) => [
  `\`${name}\``,
  isSecret ? `${type}, encrypted` : type,
  value === '' ? '' : `\`${value}\``,
  description,
]);
const table = [['name', 'type', 'default', 'what it is'], ['-', '-', '-', '-'], ...rows]
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n');

const readme = readFileSync('README.md', 'utf8');
await madeFile('README.md', readme.replace(/(<!-- settings -->)[\s\S]*(<!-- \/settings -->)/, `$1\n\n${table}\n\n$2`));
