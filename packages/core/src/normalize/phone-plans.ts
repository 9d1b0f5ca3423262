import type { MetadataJson } from 'libphonenumber-js/core';
import { phoneMetadata } from './generated/phone-metadata.js';

/** The table of numbering plans, as `npm run generate` makes it. */
interface PlansTable {
  /** What the parser needs of the countries whose national forms are read, one for each calling code. */
  readonly parser: MetadataJson;
  /** The calling code of each country whose national forms are read, by alpha-2. */
  readonly callingCodes: Readonly<Record<string, string>>;
  /** Of every calling code, a pattern of the numbers of persons: landlines, mobiles, voice over IP. */
  readonly numbers: Readonly<Record<string, string>>;
  /** By calling code: what one dials before a number at home, where it is neither 0 nor nothing. */
  readonly trunks: Readonly<Record<string, string>>;
  /** By calling code: a pattern of what one dials before a country code, where it is more than `00`. */
  readonly exits: Readonly<Record<string, string>>;
}

/** The numbering plan of a calling code. */
export interface Plan {
  readonly callingCode: string;
  /** Whether national forms are read: the parser knows its prefixes. */
  readonly isListed: boolean;
  /** Anchored: every digit of a complete number, area code included, without prefixes and country code. */
  readonly numbers: RegExp;
  readonly trunk: string;
  /** Anchored at the start; null if it is `00` alone. */
  readonly exit: RegExp | null;
}

let table: PlansTable | undefined;
const plans = new Map<string, Plan>();

/** Parsed at the first phone: most events have none. */
function getTable(): PlansTable {
  table ??= JSON.parse(phoneMetadata) as PlansTable;
  return table;
}

/** The metadata for libphonenumber's parser. It knows the listed plans alone. */
export function parserMetadata(): MetadataJson {
  return getTable().parser;
}

/** The plan of a country whose national forms are read. */
export function planOfCountry(alpha2: string): Plan | undefined {
  const { callingCodes } = getTable();
  const country = alpha2.toUpperCase();
  const code = Object.prototype.hasOwnProperty.call(callingCodes, country) ? callingCodes[country] : undefined;
  return code === undefined ? undefined : planOfCode(code);
}

/** The plan that digits with a country code belong to: no calling code is the beginning of another one. */
export function planOfDigits(digits: string): Plan | undefined {
  for (let length = 1; length <= 3; length++) {
    const plan = planOfCode(digits.slice(0, length));
    if (plan !== undefined) return plan;
  }
  return undefined;
}

function planOfCode(callingCode: string): Plan | undefined {
  const known = plans.get(callingCode);
  if (known !== undefined) return known;
  const { parser, numbers, trunks, exits } = getTable();
  const pattern = numbers[callingCode];
  if (pattern === undefined) return undefined;
  const exit = exits[callingCode];
  const plan: Plan = {
    callingCode,
    isListed: callingCode in parser.country_calling_codes,
    numbers: new RegExp(`^(?:${pattern})$`),
    trunk: trunks[callingCode] ?? '0',
    exit: exit === undefined ? null : new RegExp(`^(?:${exit})`),
  };
  plans.set(callingCode, plan);
  return plan;
}
