// Makes the types of the settings from their form. `--check` only says whether they are out of date.
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';
import { settingsTypes } from '../../../scripts/settings-types.mjs';

const { clientForm } = await loadSource('src/settings/client-settings.ts');
const { describedSettings } = await loadSource('src/settings/described-settings.ts');
const { hostValues } = await loadSource('src/host/host-values.ts');
const { settingWords } = await loadSource('../core/src/settings/setting-words.ts');

const hostTypes = {
  text: 'HostValue<string>',
  list: 'HostValue<string | readonly string[]>',
  flag: 'HostValue<boolean>',
  // A function may pass on what a library of the app calls it.
  status: 'TrackingStatus | Exclude<HostValue<string | number>, string | number>',
};
const types = new Map([
  ...hostValues.map(({ setting, kind }) => [setting, hostTypes[kind]]),
  ['consent', 'ConsentSetting'],
]);
const own = describedSettings.map(({ setting, description }) => [
  setting,
  { description: description.replaceAll(/ See \[.*$/g, ''), type: types.get(setting) },
]);
const sources = Object.keys(clientForm.entries.sources.entries).map((name) => [
  `sources.${name}`,
  { description: `Paths in place of the built-in ones of the parameter ${name}.` },
]);

const text = settingsTypes({
  imports: [
    "import type { ConsentSetting } from '../../host/consent.js';",
    "import type { HostValue } from '../../host/host-value.js';",
    "import type { TrackingStatus } from '../../host/tracking-status.js';",
  ],
  interfaces: [
    {
      name: 'ClientSettings',
      form: clientForm,
      words: { ...settingWords, ...Object.fromEntries([...own, ...sources]) },
      side: 'input',
      doc: 'The settings of an adapter that runs inside an app: the core’s, and what only the app knows, as values or as functions that may be asynchronous.',
    },
  ],
});
await madeFile('src/settings/generated/client-settings-types.ts', text);
