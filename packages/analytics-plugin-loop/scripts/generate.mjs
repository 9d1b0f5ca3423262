// Makes the table of options in the README from the settings' schema of the core and the settings of the client.
import { readFileSync } from 'node:fs';
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';

const { describedSettings } = await loadSource('../client/src/settings/described-settings.ts');
const schema = JSON.parse(readFileSync('../core/settings.schema.json', 'utf8'));

const own = [
  {
    setting: 'page',
    type: 'true or false',
    default: '`false`',
    description: 'Whether `analytics.page()` is sent too.',
  },
  {
    setting: 'report',
    type: 'function',
    default: 'the console',
    description:
      'Told once for every event what became of it. See [What became of an event](#what-became-of-an-event).',
  },
];

const taken = new Set(describedSettings.map(({ setting }) => setting.split('.')[0]));
const ofCore = Object.entries(schema.properties)
  .filter(([name]) => !taken.has(name))
  .map(([name, { description, default: value, ...form }]) => ({
    setting: name,
    type: formOf(form),
    default: value === undefined || isEmpty(value) ? '' : `\`${JSON.stringify(value)}\``,
    description,
  }));
const first = ofCore.filter(({ setting }) => ['sourceHash', 'relay'].includes(setting));
const rows = [...first, ...describedSettings, ...own, ...ofCore.filter((row) => !first.includes(row))];

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = [
  '| Option | What it is | Form | Default |',
  '| --- | --- | --- | --- |',
  ...rows.map(
    ({ setting, description, type, default: value }) =>
      `| ${[`\`${setting}\``, description, type, value].map(cell).join(' | ')} |`,
  ),
].join('\n');

const [start, end] = ['<!-- OPTIONS:START made by `npm run generate` -->', '<!-- OPTIONS:END -->'];
const readme = readFileSync('README.md', 'utf8');
const [before, rest] = readme.split(start);
const after = rest?.split(end)[1];
if (after === undefined) throw new Error(`README.md has no part between ${start} and ${end}.`);
await madeFile('README.md', `${before}${start}\n\n${table}\n\n${end}${after}`);

/** The form of a setting in a few words. */
function formOf({ type, enum: choices, anyOf }) {
  if (anyOf) return anyOf.map(formOf).join(' or ');
  if (choices) return choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(', ');
  return { string: 'text', boolean: 'true or false', array: 'list', integer: 'number', null: '`null`' }[type] ?? type;
}

function isEmpty(value) {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
