import fc from 'fast-check';
import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';
import { normalizePhone } from './phone.js';

/**
 * One person, one hash: numbers of every country whose national forms are read, written in the usual ways. The numbers
 * and the formats are those of libphonenumber's full metadata, which the sources don't have.
 */

const northAmerica = [
  'US',
  'CA',
  'AG',
  'AI',
  'BB',
  'BM',
  'BS',
  'DM',
  'DO',
  'GD',
  'JM',
  'KN',
  'KY',
  'LC',
  'MS',
  'PR',
] as const;
const countries = [
  ...[...northAmerica, 'SX', 'TC', 'TT', 'VC', 'VG', 'VI'],
  ...['AR', 'AW', 'BL', 'BO', 'BQ', 'BR', 'BZ', 'CL', 'CO', 'CR', 'CU', 'CW', 'EC', 'ES', 'FK', 'GF', 'GL', 'GP', 'GT'],
  ...['GY', 'HN', 'HT', 'MF', 'MQ', 'MX', 'NI', 'PA', 'PE', 'PM', 'PT', 'PY', 'SR', 'SV', 'UY', 'VE'],
] as const satisfies readonly CountryCode[];

const numbersOfEach = 60;

/** Where landlines and mobiles stand in a country's array, and how long its numbers are. */
const [fixed, mobile, typesAt, lengthsAt] = [0, 1, 11, 3] as const;

type Pattern = [pattern: string, lengths?: number[]];

/** Numbers that the full metadata calls a landline or a mobile of the country, the same ones in every run. */
function numbersOf(country: CountryCode, type: typeof fixed | typeof mobile): PhoneNumber[] {
  const plan = metadata.countries[country] as unknown[];
  const [pattern, lengths = plan[lengthsAt] as number[]] = (plan[typesAt] as Pattern[])[type] as Pattern;
  // Where landlines and mobiles share their ranges, the mobiles have no pattern.
  if (pattern === '') return [];
  const digits = fc.stringMatching(new RegExp(`^(?:${pattern})$`)).filter(({ length }) => lengths.includes(length));
  return fc
    .sample(digits, { seed: 13, numRuns: numbersOfEach })
    .map((number) => parsePhoneNumberFromString(`+${String(plan[0])}${number}`))
    .filter((number): number is PhoneNumber => number?.isValid() === true && !isAmbiguousAtHome(number));
}

/** Some landlines are as short as a local number without its area code; with a country code they are as long as a mobile. */
function isAmbiguousAtHome({ countryCallingCode: code, nationalNumber }: PhoneNumber): boolean {
  return ['53', '595'].includes(code) && nationalNumber.length < 8;
}

/** As Loop has it: without the Argentine 9, and with Brazil's ninth digit. */
function canonical({ countryCallingCode: code, nationalNumber }: PhoneNumber): string {
  if (code === '54') return code + nationalNumber.replace(/^9/, '');
  if (code === '55') return code + nationalNumber.replace(/^(\d\d)([6-9]\d{7})$/, '$19$2');
  return code + nationalNumber;
}

/** What is said of numbers of the country in the country itself. */
const nationalForms: Partial<Record<CountryCode, (national: string) => string[]>> = {
  AR: (national) => {
    const number = national.replace(/^9/, '');
    return [number, `0${number}`, `9 ${number}`, `0 9 ${number}`];
  },
  BO: (national) => [`0${national}`],
  BR: (national) => [
    `0${national}`,
    `0 15 ${national}`,
    `021${national}`,
    `(${national.slice(0, 2)}) ${national.slice(2)}`,
    `(0xx${national.slice(0, 2)}) ${national.slice(2, -4)}-${national.slice(-4)}`,
    `0xx${national}`,
    `0**${national}`,
  ],
  CL: (national) => [`0${national}`],
  CO: (national) => [`0${national}`, `03 ${national}`],
  CU: (national) => [`0${national}`],
  EC: (national) => [`0${national}`, `(0${national.slice(0, -7)}) ${national.slice(-7)}`],
  MX: (national) => [`01 ${national}`, `044 ${national}`, `045${national}`, `1${national}`],
  PE: (national) => [`0${national}`, `(0${national.slice(0, 2)}) ${national.slice(2)}`],
  PY: (national) => [`0${national}`],
  UY: (national) => [`0${national}`],
  VE: (national) => [
    `0${national.slice(0, 3)}-${national.slice(3)}`,
    `(0${national.slice(0, 3)}) ${national.slice(3)}`,
  ],
};

/** With a country code: what only some countries put behind it. */
const internationalForms: Partial<Record<CountryCode, (national: string) => string[]>> = {
  AR: (national) => {
    const number = national.replace(/^9/, '');
    return [`+54 ${number}`, `+54 9 ${number}`, `+54 0${number}`, `+54 9 0${number}`, `54${number}`, `549${number}`];
  },
  BR: (national) => [`+55 0${national}`, `+55 (0xx${national.slice(0, 2)}) ${national.slice(2)}`],
  MX: (national) => [`+52 1 ${national}`, `+521${national}`, `521${national}`, `+52 (1) ${national}`],
};

function waysToWrite(number: PhoneNumber, country: CountryCode): string[] {
  const { countryCallingCode: code, nationalNumber } = number;
  const isNorthAmerican = code === '1';
  const exit = isNorthAmerican ? '011' : '00';
  const national = number.formatNational();
  const grouped = nationalNumber.replace(/(\d{2,4})(\d{4})$/, ' $1-$2').trim();
  return [
    number.number,
    number.formatInternational(),
    number.getURI(),
    `whatsapp:${number.number}`,
    `https://wa.me/${number.number.slice(1)}`,
    `${number.number.slice(1)}@s.whatsapp.net`,
    `'${number.number}`,
    `${exit} ${code} ${nationalNumber}`,
    `(+${code}) ${grouped}`,
    `+${code} (0)${nationalNumber}`,
    `Cel: ${number.formatInternational()} (casa)`,
    `${number.formatInternational()} int. 12`,
    `+${arabic(code + nationalNumber)}`,
    `\u202a${number.formatInternational().replace(/ /g, '\u00a0')}\u202c`,
    number.number.slice(1),
    `${number.number.slice(1)}.0`,
    `(${code}) ${grouped}`,
    national,
    `Tel. ${national}`,
    `${national} x12`,
    nationalNumber,
    grouped,
    nationalNumber.split('').join('.'),
    ...(isNorthAmerican ? [`1-${grouped}`, `1 ${nationalNumber}`, `+1.${nationalNumber}`] : []),
    ...(nationalForms[country]?.(nationalNumber) ?? []),
    ...(internationalForms[country]?.(nationalNumber) ?? []),
  ];
}

function arabic(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

describe.each(countries)('%s', (country) => {
  const numbers = [fixed, mobile].flatMap((type) => numbersOf(country, type));

  it('has at least 50 numbers and ten ways to write each', () => {
    expect(numbers.length).toBeGreaterThanOrEqual(50);
    for (const number of numbers) expect(new Set(waysToWrite(number, country)).size).toBeGreaterThanOrEqual(10);
  });

  it('gives one number whatever way it is written', () => {
    const differing = numbers.flatMap((number) =>
      waysToWrite(number, country)
        .map((form) => ({ form, read: normalizePhone(form, country), expected: canonical(number) }))
        .filter(({ read, expected }) => read !== expected),
    );
    expect(differing).toEqual([]);
  });
});
