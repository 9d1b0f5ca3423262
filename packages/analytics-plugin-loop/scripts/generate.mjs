// Makes the table of options in the README from the settings of the core and of the client.
import { readFileSync } from 'node:fs';
import { defaultInWords, formInWords } from '../../../scripts/form-words.mjs';
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';

const { describedSettings } = await loadSource('../client/src/settings/described-settings.ts');

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

const core = await loadSource('../core/src/index.ts');
const { settingWords } = await loadSource('../core/src/settings/setting-words.ts');
const taken = new Set(describedSettings.map(({ setting }) => setting.split('.')[0]));
const ofCore = core
  .settingLeaves(core.settingsSchema)
  .filter(({ path }) => !taken.has(path.split('.')[0]))
  .map(({ path, form }) => ({
    setting: path,
    type: formInWords(form),
    default: defaultInWords(form),
    description: settingWords[path].description,
  }));
const first = ofCore.filter(({ setting }) => ['sourceHash.android', 'sourceHash.ios', 'relay'].includes(setting));
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
