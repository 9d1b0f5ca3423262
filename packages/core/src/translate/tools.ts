import type { HashFunctions } from '../hash/hash-functions.js';
import type { CountryReader } from '../normalize/country/country-reader.js';
import type { NormalizePhone } from '../table/row.js';
import type { Describe } from './describe.js';

/** What the core needs from outside: hashes, the phone parser, countries and sentences. Each is a pure function. */
export interface Tools extends HashFunctions {
  /** A phone as digits with its country code, or null if it can't be read. `country` is alpha-2, any case. */
  readonly normalizePhone: NormalizePhone;
  /** Names of countries and time zones: `countryReader` of `@loop-adapters/core/countries`. */
  readonly countries: CountryReader;
  /**
   * Makes the sentences of reasons, problems and notes: `inEnglish`, or `sentencesIn('es')`, of
   * `@loop-adapters/core/sentences`. Without it, every `message` is empty: a page loads the sentences if it shows them.
   */
  readonly describe?: Describe;
}

const toolNames = ['sha256', 'sha512', 'normalizePhone'] as const satisfies readonly (keyof Tools)[];

/**
 * Looks at what a program without types passed: without this, the first event with an e-mail address would fail.
 * @throws TypeError that names every tool that is missing.
 */
export function checkTools(tools: Partial<Tools> | undefined): asserts tools is Tools {
  const missing: string[] = toolNames.filter((name) => typeof tools?.[name] !== 'function');
  if (typeof tools?.countries?.normalizeCountry !== 'function') missing.push('countries');
  if (missing.length === 0) return;
  // Every page loads this sentence, so it is short.
  throw new TypeError(
    `Nothing is built into @loop-adapters/core/bare. Pass createTranslator(settings, tools) these: ${missing.join(', ')}.`,
  );
}

/** In place of sentences that nobody passed. */
export const noSentence: Describe = () => '';
