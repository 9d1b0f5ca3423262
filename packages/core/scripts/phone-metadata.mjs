import { createRequire } from 'node:module';
import { patternOf, startsByLength } from './phone-starts.mjs';

const require = createRequire(import.meta.url);
const source = require('libphonenumber-js/metadata.max.json');

/**
 * The countries whose numbers are read in national form: all of the Americas, Spain and Portugal. The first one of each
 * calling code lends its plan to the others.
 */
export const phoneCountries = [
  ...['US', 'AG', 'AI', 'AS', 'BB', 'BM', 'BS', 'CA', 'DM', 'DO', 'GD', 'GU', 'JM', 'KN', 'KY', 'LC', 'MP', 'MS', 'PR'],
  ...['SX', 'TC', 'TT', 'VC', 'VG', 'VI'],
  ...['AR', 'AW', 'BO', 'BR', 'BZ', 'CL', 'CO', 'CR', 'CU', 'EC', 'FK', 'GF', 'GL', 'GT', 'GY', 'HN', 'HT', 'MQ', 'MX'],
  ...['NI', 'PA', 'PE', 'PM', 'PY', 'SR', 'SV', 'UY', 'VE'],
  ...['GP', 'BL', 'MF'],
  ...['CW', 'BQ'],
  ...['ES', 'PT'],
];

/**
 * The North American plan by its rule: an area code has no 9 in the middle, and no two equal digits at its end, which
 * mark services (800, 555, 911); an exchange begins with 2 to 9. A list of the area codes would be out of date every
 * year. Source: NANPA, "NPA and NXX format".
 */
const northAmerican = '[2-9]([0-8])(?!\\1)\\d[2-9]\\d{6}';

/** Where things stand in a country's array; see METADATA.md of libphonenumber-js. */
const at = {
  callingCode: 0,
  exit: 1,
  pattern: 2,
  lengths: 3,
  prefix: 5,
  prefixForParsing: 7,
  prefixTransform: 8,
  types: 11,
};

/** Whom one calls there is a person: landline, mobile, personal number, pager, voice over IP. */
const personalTypes = [0, 1, 4, 7, 8];

/** What the parser needs of a country. Formats, types and international prefixes are most of it, and are left out. */
function parserPlan(country) {
  const full = source.countries[country];
  const kept = Array.from({ length: at.prefixTransform + 1 }, () => 0);
  for (const index of [at.callingCode, at.pattern, at.lengths, at.prefix, at.prefixForParsing, at.prefixTransform]) {
    kept[index] = full[index] ?? 0;
  }
  while (kept.at(-1) === 0) kept.pop();
  return kept;
}

/** How a person's numbers begin there, by their length. */
function personalStarts(plan, depth) {
  const starts = new Map();
  for (const type of personalTypes) {
    const [pattern, lengths = plan[at.lengths]] = plan[at.types]?.[type] || [];
    for (const [length, found] of pattern ? startsByLength(pattern, depth) : []) {
      if (lengths.includes(length)) starts.set(length, new Set([...(starts.get(length) ?? []), ...found]));
    }
  }
  return starts;
}

function merged(maps) {
  const all = new Map();
  for (const [length, starts] of maps.flatMap((map) => [...map])) {
    all.set(length, new Set([...(all.get(length) ?? []), ...starts]));
  }
  return all;
}

const callingCodeOf = (country) => source.countries[country][at.callingCode];
const leading = [
  ...new Map([...phoneCountries].reverse().map((country) => [callingCodeOf(country), country])).values(),
];
const listedCodes = new Set(phoneCountries.map(callingCodeOf));
const everyPlan = [...Object.values(source.countries), ...Object.values(source.nonGeographic)];

/**
 * The numbers of every calling code, by their length and first digit: a finer pattern would be out of date with every new
 * range. Where area codes have two digits, these are looked at: they tell a whole number from one without its area.
 */
function personalNumbers() {
  const codes = [...new Set(everyPlan.map((plan) => plan[at.callingCode]))].sort();
  const patterns = codes.map((code) => {
    const plans = everyPlan.filter((plan) => plan[at.callingCode] === code);
    const depth = ['54', '55'].includes(code) ? 2 : 1;
    // 7 digits with the country code are the shortest number; fewer are a service's.
    const starts = merged(plans.map((plan) => personalStarts(plan, depth)));
    const whole = [...starts].filter(([length]) => length + code.length >= 7);
    return [code, code === '1' ? northAmerican : patternOf(new Map(whole))];
  });
  return Object.fromEntries(patterns.filter(([, pattern]) => pattern !== ''));
}

/** What is dialed before a number at home, where it is not 0 or nothing. */
const trunks = Object.fromEntries(
  everyPlan
    .map((plan) => [plan[at.callingCode], plan[at.prefix]])
    .filter(([code, prefix]) => typeof prefix === 'string' && prefix !== '0' && !listedCodes.has(code)),
);

/** What is dialed before a country code where national forms are read, if it is more than 00. */
const exits = Object.fromEntries(
  leading
    .map((country) => [callingCodeOf(country), source.countries[country][at.exit]])
    .filter(([, exit]) => exit && exit !== '00'),
);

/** The table of plans as JSON; `PhonePlans` in the sources says what stands where. */
export const phonePlans = JSON.stringify({
  parser: {
    version: source.version,
    country_calling_codes: Object.fromEntries(leading.map((country) => [callingCodeOf(country), [country]])),
    countries: Object.fromEntries(leading.map((country) => [country, parserPlan(country)])),
  },
  callingCodes: Object.fromEntries(phoneCountries.map((country) => [country, callingCodeOf(country)])),
  numbers: personalNumbers(),
  trunks,
  exits,
});
