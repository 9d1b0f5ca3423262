import { createRequire } from 'node:module';
import { aliases, wrongNames } from './country-aliases.mjs';
import { zonePartsByCountry } from './time-zones.mjs';

const require = createRequire(import.meta.url);
const iso = require('i18n-iso-countries');

const languages = ['en', 'es', 'pt'].map((language) => require(`i18n-iso-countries/langs/${language}.json`).countries);

/**
 * One row per country: the keys of its names, first one that begins with its code of three letters, or that code. So
 * `argentina,argentine` is `ar` and `arg` too. Where the code of two letters is not the beginning of that, it comes
 * before it: `AOago,angola`. After a full stop come the keys of the parts of time zones' names that tell the country.
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
      const names = [...languages.flatMap((names) => names[code] ?? []), ...(aliases[code] ?? [])].map(countryKey);
      const keys = [...new Set(names)].filter((key) => !wrong.has(key));
      for (const key of [alpha3, ...keys]) own(key, alpha2);
      const first = keys.find((key) => key.startsWith(alpha3)) ?? alpha3;
      const row = [first, ...keys.filter((key) => key !== first)].join(',');
      return { alpha2, text: alpha3.startsWith(alpha2) ? row : code + row };
    });
  // As `countryOfName` of the sources, which reads this very table.
  const countryNamed = (part) => (part.length > 3 ? owners.get(countryKey(part)) : undefined);
  const zoneParts = zonePartsByCountry(countryKey, countryNamed);
  return inOrderOfLikeness(
    rows.map(({ alpha2, text }) => [text, zoneParts.get(alpha2)?.join(',')].filter(Boolean).join('.')),
  ).join(';');
}

/** The English name of a country. */
export function countryName(alpha2) {
  return [languages[0][alpha2]].flat()[0];
}

/** Every numeric code of three digits, and the code of two letters behind it: `004AF008AL…`. */
export const numericCodesTable = Object.entries(iso.getNumericCodes())
  // Kosovo's is none of ISO's.
  .filter(([number]) => /^\d{3}$/.test(number))
  .sort()
  .map(([number, alpha2]) => number + alpha2)
  .join('');

/** Each row after the one that it has most in common with: the table then compresses better, and its order is free. */
function inOrderOfLikeness([first, ...others]) {
  const ordered = [first];
  const left = new Map(others.map((row) => [row, triples(row)]));
  while (left.size > 0) {
    const last = triples(ordered.at(-1));
    const likeness = (shape) => [...shape].filter((triple) => last.has(triple)).length / Math.sqrt(shape.size + 5);
    const [next] = [...left].reduce((best, row) => (likeness(row[1]) > likeness(best[1]) ? row : best));
    ordered.push(next);
    left.delete(next);
  }
  return ordered;
}

/** Every three letters that stand together, which is the shortest text that a compressor finds again. */
function triples(row) {
  return new Set(Array.from({ length: row.length - 2 }, (_, index) => row.slice(index, index + 3)));
}
