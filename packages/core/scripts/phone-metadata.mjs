import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const metadata = require('libphonenumber-js/metadata.min.json');

/**
 * The numbering plans where Loop works, each with the lengths of a person's number: area code and number, as the
 * national plans and ITU-T's list of them have it. The parser's own lengths also take service numbers and the local
 * form of some countries, and a number without its area code would pass for another person's.
 */
const personalLengths = {
  // The mobile 9 is taken off before the length is looked at.
  AR: [10],
  BO: [8],
  BR: [10, 11],
  CL: [9],
  CO: [10],
  CR: [8],
  CU: [8],
  EC: [8, 9],
  ES: [9],
  GT: [8],
  HN: [8],
  MX: [10],
  NI: [8],
  PA: [7, 8],
  PE: [8, 9],
  PY: [8, 9],
  SV: [8],
  // Canada, the Dominican Republic and Puerto Rico have the plan of the United States.
  US: [10],
  UY: [8],
  VE: [10],
};

/** Where things stand in a country's array; see METADATA.md of libphonenumber-js. */
const at = { callingCode: 0, pattern: 2, lengths: 3, prefix: 5, prefixForParsing: 7, prefixTransform: 8 };

/** What the parser needs of a country. Formats, types and international prefixes are most of it, and are left out. */
function plan(country, lengths) {
  const full = metadata.countries[country];
  const unknown = lengths.filter((length) => !full[at.lengths].includes(length));
  if (unknown.length > 0) throw new Error(`No number in ${country} has ${unknown.join(' or ')} digits.`);
  const kept = Array.from({ length: at.prefixTransform + 1 }, () => 0);
  for (const index of Object.values(at)) kept[index] = full[index] ?? 0;
  kept[at.lengths] = lengths;
  while (kept.at(-1) === 0) kept.pop();
  return kept;
}

const plans = Object.fromEntries(
  Object.entries(personalLengths).map(([country, lengths]) => [country, plan(country, lengths)]),
);
const callingCodes = Object.fromEntries(
  Object.keys(plans).map((country) => [plans[country][at.callingCode], [country]]),
);

/** The parser's metadata as JSON. */
export const phoneMetadata = JSON.stringify({ version: 4, country_calling_codes: callingCodes, countries: plans });
