// Makes the words of the options of `serve` from the relay's settings, the tables of docs/relay.md from these options and
// the codes of the relay, and that of docs/command-line.md from the settings. `--check` only says what is out of date.
import { readFileSync } from 'node:fs';
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';

const relayPage = '../../docs/relay.md';
const commandLinePage = '../../docs/command-line.md';
const { relayForm } = await loadSource('../delivery/src/relay/relay-settings.ts');
const relayWords = Object.fromEntries(wordsOf(relayForm, ''));
await madeFile(
  'src/commands/serve/generated/relay-words.ts',
  `/**
   * Made by \`npm run generate\` from the settings of the relay: \`--help\` shows them, and does not load a server for it.
   */
  export const relayWords: Readonly<Record<string, { readonly description: string; readonly default?: string }>> =
    ${JSON.stringify(relayWords)};\n`,
);

const { settingOptions } = await loadSource('src/settings/setting-options.ts');
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

const variables = table(
  ['Setting', 'Flag', 'Variable'],
  settingOptions.map(({ path, flag, variable }) => [code(path), code(flag), variable === null ? '' : code(variable)]),
);

await madeFile(relayPage, fill(fill(readFileSync(relayPage, 'utf8'), 'CODES', codes), 'SETTINGS', settings));
await madeFile(commandLinePage, fill(readFileSync(commandLinePage, 'utf8'), 'SETTINGS', variables));

/** Puts a table between its two marks. */
function fill(text, name, table) {
  const [start, end] = [`<!-- ${name}:START made by \`npm run generate\` -->`, `<!-- ${name}:END -->`];
  const [before, rest] = text.split(start);
  const [, after] = rest.split(end);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}

/** The settings below a part of the form, by their paths: a description, and the default as a person would write it. */
function wordsOf(form, path) {
  const own = form.description === undefined ? [] : [[path, { description: form.description, ...defaultOf(form) }]];
  const parts = [form, ...(form.anyOf ?? [])].flatMap((each) => Object.entries(each.entries ?? {}));
  const seen = new Set();
  const inner = parts
    .filter(([name]) => !seen.has(name) && seen.add(name))
    .flatMap(([name, part]) => wordsOf(part, path === '' ? name : `${path}.${name}`));
  return [...own, ...inner];
}

function defaultOf(form) {
  if (typeof form.default === 'boolean') return { default: form.default ? 'yes' : 'no' };
  return typeof form.default === 'object' || form.default === undefined ? {} : { default: String(form.default) };
}
