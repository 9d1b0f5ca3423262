// Makes the tables in src/**/generated from the packages that hold the facts, and the JSON Schema and the reference
// pages of the docs from the tables of the core. `--check` only says what is out of date.
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';
import { countriesTable, countryName } from './countries.mjs';
import { phoneCountries, phonePlans } from './phone-metadata.mjs';
import { whatLeavesPage } from './privacy-docs.mjs';
import { codesPage, parametersPage, settingsPage } from './reference-docs.mjs';
import { settingsTypes } from '../../../scripts/settings-types.mjs';
import { settingsJsonSchema } from './settings-schema.mjs';

/** Parsed at the first phone, so it stays the text that libphonenumber's own tool writes. */
await madeFile(
  'src/normalize/generated/phone-metadata.ts',
  `/** Made by \`npm run generate\` from libphonenumber-js. */\nexport const phoneMetadata = ${JSON.stringify(phonePlans)};\n`,
);

const { countryKey } = await loadSource('src/normalize/country/country-key.ts');
const countries = countriesTable(countryKey);
await madeFile(
  'src/normalize/country/generated/countries.ts',
  `/**
   * Made by \`npm run generate\` from i18n-iso-countries and countries-and-timezones. A line is a row, as
   * \`readCountryRow\` reads it: its codes, its names, and behind a slash the parts of time zones that tell it.
   */
  export const countries: readonly string[] = ${JSON.stringify(countries.map(countryLine))};\n`,
);
// Apart from the names: every event needs the codes.
await madeFile(
  'src/normalize/country/generated/country-codes.ts',
  `/** Made by \`npm run generate\` from i18n-iso-countries: the alpha-2 codes, in lower case. */
  export const countryCodes = ${JSON.stringify(countries.map(({ alpha2 }) => alpha2).join(' '))};\n`,
);

const core = await loadSource('src/index.ts');
const { settingWords } = await loadSource('src/settings/setting-words.ts');
const { settingLeaves } = await loadSource('src/settings/setting-paths.ts');

const schema = settingsJsonSchema({ ...core, settingWords });
await madeFile('settings.schema.json', JSON.stringify(schema));
await madeFile(
  '../../docs/reference/parameters.md',
  parametersPage(core.parameters, phoneCountries.map(countryName).sort()),
);
const form = core.settingsSchema;
const words = { ...settingWords, ...wordsOfSources(core.parameters) };
const types = settingsTypes({
  imports: ["import type { SourceHashes } from '../../request/source-hash.js';"],
  interfaces: [
    { name: 'SettingsInput', form, words, side: 'input', doc: 'The settings as a user writes them: all are optional.' },
    {
      name: 'Settings',
      form,
      words,
      side: 'output',
      outputs: { sourceHash: 'SourceHashes' },
      doc: 'The settings as the core uses them, with every default in place, and the source hashes by platform.',
    },
  ],
});
await madeFile('src/settings/generated/settings-types.ts', types);
await madeFile('../../docs/reference/what-leaves.md', whatLeavesPage(core.parameters));
await madeFile('../../docs/reference/settings.md', settingsPage(settingLeaves(core.settingsSchema), settingWords));
await madeFile('../../docs/reference/codes.md', codesPage(core));

/** A row of the table of countries as a line: a page and a pasted file then carry no names of fields. */
function countryLine({ alpha2, alpha3, number, names, zoneParts }) {
  const parts = zoneParts.length === 0 ? [] : ['/', ...zoneParts];
  return [alpha2, alpha3, number ?? '-', ...names, ...parts].join(' ');
}

/** The parts of the setting `sources` in words: one for each parameter. */
function wordsOfSources(parameters) {
  return Object.fromEntries(
    parameters.map(({ name, label }) => [
      `sources.${name}`,
      { description: `Paths in place of the built-in ones of the parameter ${name} (${label}).` },
    ]),
  );
}
