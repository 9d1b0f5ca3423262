import { createRequire } from 'node:module';
import { aliases, wrongNames } from './country-aliases.mjs';
import { zonePartsByCountry } from './time-zones.mjs';

const require = createRequire(import.meta.url);
const iso = require('i18n-iso-countries');

const languages = ['en', 'es', 'pt'].map((language) => require(`i18n-iso-countries/langs/${language}.json`).countries);

/**
 * One row per country, in alphabetical order: its codes, the keys of its names, and the keys of the parts of time zones'
 * names that tell it.
 *
 * @param countryKey the function of that name in the sources, by which names are looked up
 */
export function countriesTable(countryKey) {
  const owners = new Map();
  const own = (key, code) => {
    const owner = owners.get(key) ?? code;
    if (owner !== code || key === '') throw new Error(`${owner} and ${code} have a name in common: ${key}`);
    owners.set(key, code);
  };
  const rows = Object.keys(iso.getAlpha2Codes())
    .sort()
    .map((code) => {
      const [alpha2, alpha3] = [code.toLowerCase(), iso.alpha2ToAlpha3(code).toLowerCase()];
      const wrong = new Set((wrongNames[code] ?? []).map(countryKey));
      const keys = [...languages.flatMap((names) => names[code] ?? []), ...(aliases[code] ?? [])].map(countryKey);
      const names = [...new Set(keys)].filter((key) => !wrong.has(key));
      for (const key of [alpha3, ...names]) own(key, alpha2);
      // Kosovo's number is none of ISO's.
      const number = iso.alpha2ToNumeric(code);
      return { alpha2, alpha3, number: /^\d{3}$/.test(number) ? number : null, names };
    });
  // As `countryOfName` of the sources, which reads this very table.
  const countryNamed = (part) => (part.length > 3 ? owners.get(countryKey(part)) : undefined);
  const zoneParts = zonePartsByCountry(countryKey, countryNamed);
  return rows.map((row) => ({ ...row, zoneParts: zoneParts.get(row.alpha2) ?? [] }));
}

/** The English name of a country. */
export function countryName(alpha2) {
  return [languages[0][alpha2]].flat()[0];
}
