import { normalizeLanguage } from '../language.js';
import { remembered } from '../remembered.js';
import { countryKey } from './country-key.js';
import { countryOfKey, countryOfNumber } from './country-table.js';
import { isCountryCode } from './is-country-code.js';

/** The longest name of a country has 44 characters. It bounds the work. In UTF-16 units. */
const maxLength = 100;

/** Letters with full stops are no code of ISO 3166: `R.U.` is no Russia, and `R.O.U.` no Romania. */
const dotted = /^(?:[a-z]\.\s?){2,4}[a-z]?$/;
const initials: Readonly<Record<string, string>> = {
  us: 'us',
  usa: 'us',
  eua: 'us',
  eeuu: 'us',
  uk: 'gb',
  ru: 'gb',
  rd: 'do',
  rou: 'uy',
  pr: 'pr',
  eau: 'ae',
  uae: 'ae',
  nz: 'nz',
  drc: 'cd',
  rdc: 'cd',
  prc: 'cn',
  rpc: 'cn',
};

/** ISO 3166-2: a country and one of its parts, `AR-B`. */
const subdivision = /^([a-z]{2})-([a-z\d]{1,3})$/i;

/** Languages in capitals too, whose code is a country's: `ES-AR` is Argentine Spanish, or Aragón. */
const wideLanguage = /^(?:AR|DE|ES|FR|IT|PT)$/;

/** Two regional indicators, 🇦 to 🇿, are a flag. They are U+1F1E6 and up, each of two UTF-16 units. */
const flag = /^\ud83c([\udde6-\uddff])\ud83c([\udde6-\uddff])$/;
const [firstIndicator, firstLetter] = [0xdde6, 0x61];

/** Between a name and what says the same again: `Argentina (AR)`, `BR - Brasil`. */
const separators = /[-‐-―/|,;:()[\]]+/;

/**
 * The ISO 3166-1 alpha-2 code of a country, in lower case.
 *
 * @param text alpha-2, alpha-3, a numeric code (`032`), a part of the country (`AR-B`), a flag, or the country's name in
 *   English, Spanish or Portuguese, in any case, with or without diacritics, and with usual variants and short forms
 *   such as `UK`, `EE.UU.`, `Rep. Dominicana` or `Holanda`. A name with its code beside it is taken if both agree.
 * @returns null if it is no country.
 *
 * @example normalizeCountry('Rep. Dominicana') // 'do'
 */
export function normalizeCountry(text: string): string | null {
  // Most are an alpha-2 code, and need neither the names nor the memory.
  const lower = text.length === 2 ? text.toLowerCase() : '';
  return isCountryCode(lower) ? lower : readOther(text);
}

const readOther = /* @__PURE__ */ remembered(
  (text) => {
    const form = text.trim();
    const lower = form.toLowerCase();
    if (dotted.test(lower)) return initials[lower.replace(/[^a-z]/g, '')] ?? null;
    return readName(lower) ?? countryOfNumber(form) ?? readFlag(form) ?? readSubdivision(form) ?? readTwice(lower);
  },
  { maxLength, ofLonger: () => null },
);

function readName(lower: string): string | null {
  if (isCountryCode(lower)) return lower;
  return countryOfKey(lower) ?? countryOfKey(countryKey(lower)) ?? null;
}

function readFlag(text: string): string | null {
  const match = flag.exec(text);
  if (match === null) return null;
  const [, first = '', second = ''] = match;
  const letters = [first, second].map((unit) => String.fromCharCode(unit.charCodeAt(0) - firstIndicator + firstLetter));
  const code = letters.join('');
  return isCountryCode(code) ? code : null;
}

function readSubdivision(text: string): string | null {
  const match = subdivision.exec(text);
  if (match === null) return null;
  const [, first = '', part = ''] = match;
  const country = first.toLowerCase();
  return isCountryCode(country) && !isLocale(first, part) ? country : null;
}

/** `es-AR` is a language and a country; `BR-PE` and `CA-NL` are no Breton and no Catalan. */
function isLocale(first: string, second: string): boolean {
  if (!isCountryCode(second.toLowerCase())) return false;
  return first === first.toUpperCase() ? wideLanguage.test(first) : normalizeLanguage(first) !== null;
}

/** The country that every part of the text names. */
function readTwice(lower: string): string | null {
  const parts = lower.split(separators).filter((part) => part.trim() !== '');
  const [first, ...others] = parts.map((part) => readName(part.trim()));
  return first !== undefined && others.length > 0 && others.every((other) => other === first) ? first : null;
}
