// Makes the tables in src/**/generated from the packages that hold the facts, and the JSON Schema and the reference
// pages of the docs from the tables of the core. `--check` only says what is out of date.
import { loadSource } from '../../../scripts/load-source.mjs';
import { madeFile } from '../../../scripts/made-file.mjs';
import { countriesTable, countryName, numericCodesTable } from './countries.mjs';
import { phoneCountries, phonePlans } from './phone-metadata.mjs';
import { whatLeavesPage } from './privacy-docs.mjs';
import { codesPage, parametersPage, settingsPage } from './reference-docs.mjs';
import { settingsJsonSchema } from './settings-schema.mjs';

/** A table is one string: it compresses well, and costs nothing until it is split at its first use. */
async function madeTable(path, name, source, table) {
  const origin = `/** Made by \`npm run generate\` from ${source}. */`;
  await madeFile(path, `${origin}\nexport const ${name} = ${JSON.stringify(table)};\n`);
}

await madeTable('src/normalize/generated/phone-plans.ts', 'phonePlans', 'libphonenumber-js', phonePlans);

const { countryKey } = await loadSource('src/normalize/country/country-key.ts');
const origin = 'i18n-iso-countries and countries-and-timezones';
await madeTable('src/normalize/country/generated/countries.ts', 'countries', origin, countriesTable(countryKey));
await madeTable(
  'src/normalize/country/generated/numeric-codes.ts',
  'numericCodes',
  'i18n-iso-countries',
  numericCodesTable,
);

const core = await loadSource('src/index.ts');
const { settingsDescriptions } = await loadSource('src/settings/settings-descriptions.ts');

const schema = settingsJsonSchema({ ...core, settingsDescriptions });
await madeFile('settings.schema.json', JSON.stringify(schema));
await madeFile(
  '../../docs/reference/parameters.md',
  parametersPage(core.parameters, phoneCountries.map(countryName).sort()),
);
await madeFile('../../docs/reference/what-leaves.md', whatLeavesPage(core.parameters));
await madeFile('../../docs/reference/settings.md', settingsPage(schema));
await madeFile('../../docs/reference/codes.md', codesPage(core));
