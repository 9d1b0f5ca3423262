// Makes the tables of docs/relay.md from the options of `serve` and the codes of the relay. `--check` only says whether
// they are out of date.
import { readFileSync } from 'node:fs';
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';

const page = '../../docs/relay.md';
const { serveOptions } = await loadSource('src/commands/serve/serve-options.ts');
const { relayCodes, relayStatuses } = await loadSource('../delivery/src/relay/relay-codes.ts');

const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const codes = table(
  ['Code', 'Status', 'What it means'],
  Object.entries(relayCodes).map(([name, message]) => [code(name), relayStatuses[name], message]),
);
const settings = table(
  ['In `serve`', 'Flag', 'Variable', 'What it does'],
  serveOptions.map(({ path, flag, variable, description }) => [
    code(path),
    flag === null ? '' : code(flag),
    variable === null ? '' : code(variable),
    `${description[0].toUpperCase()}${description.slice(1)}`,
  ]),
);

const text = readFileSync(page, 'utf8');
await madeFile(page, fill(fill(text, 'CODES', codes), 'SETTINGS', settings));

/** Puts a table between its two marks. */
function fill(text, name, table) {
  const [start, end] = [`<!-- ${name}:START made by \`npm run generate\` -->`, `<!-- ${name}:END -->`];
  const [before, rest] = text.split(start);
  const [, after] = rest.split(end);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}
