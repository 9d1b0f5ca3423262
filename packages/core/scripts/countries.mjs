import { createRequire } from 'node:module';
import { aliases, wrongNames } from './country-aliases.mjs';

const require = createRequire(import.meta.url);
const iso = require('i18n-iso-countries');

const languages = ['en', 'es', 'pt'].map((language) => require(`i18n-iso-countries/langs/${language}.json`).countries);

/**
 * One row per country: its codes, then the keys of its names. `arg,argentina`; where alpha-3 does not begin with
 * alpha-2, both: `aoago,angola`.
 *
 * @param countryKey the function of that name in the sources, by which names are looked up
 */
export function countriesTable(countryKey) {
  const owners = new Map();
  const rows = Object.keys(iso.getAlpha2Codes())
    .sort()
    .map((code) => {
      const wrong = new Set((wrongNames[code] ?? []).map(countryKey));
      const names = [...languages.flatMap((names) => names[code] ?? []), ...(aliases[code] ?? [])].map(countryKey);
      const keys = [...new Set(names)].filter((key) => !wrong.has(key));
      for (const key of keys) {
        const owner = owners.get(key) ?? code;
        if (owner !== code) throw new Error(`${owner} and ${code} have a name in common: ${key}`);
        owners.set(key, code);
      }
      const [alpha2, alpha3] = [code.toLowerCase(), iso.alpha2ToAlpha3(code).toLowerCase()];
      return [alpha3.startsWith(alpha2) ? alpha3 : alpha2 + alpha3, ...keys].join(',');
    });
  return rows.join(';');
}
