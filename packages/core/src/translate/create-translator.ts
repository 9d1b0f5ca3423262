import { sha256, sha512 } from '../hash/hash.js';
import { countryReader } from '../normalize/country/country-reader.js';
import { normalizePhone } from '../normalize/phone.js';
import type { SettingsInput } from '../settings/settings.js';
import { inEnglish } from './describe.js';
import type { Tools } from './tools.js';
import { createTranslatorWith, type Translator } from './translator.js';

/**
 * Compiles settings into a translator.
 *
 * @param settings see the settings' table in the docs; everything has a default but the source hash.
 * @param tools replaces the built-in hashes, phone parser, countries and English sentences, for instance by `nodeHash` of `@loop-adapters/core/node`.
 * @throws SettingsError that lists every problem of the settings.
 */
export function createTranslator(settings?: SettingsInput, tools: Partial<Tools> = {}): Translator {
  return createTranslatorWith(settings, {
    sha256,
    sha512,
    normalizePhone,
    countries: countryReader,
    describe: inEnglish,
    ...tools,
  });
}
