import { remembered } from '../remembered.js';
import { isCountryCode } from './is-country-code.js';

/** The longest locales that devices report, with extensions. It bounds the work. In UTF-16 units. */
const maxLength = 100;

/** The region after the language and perhaps a script: `es-AR`, `zh-Hant-TW`, `pt_BR.UTF-8`. */
const region = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})(?![a-z\d])/i;

/** What the person chose as region, where it is not the language's: `en-US-u-rg-arzzzz`, on iOS `en_US@rg=arzzzz`. */
const chosenRegion = /[-@;]rg[-=]([a-z]{2})zzzz(?![a-z\d])/i;

/**
 * The country in a locale, as a lower-case alpha-2 code: `ar` of `es-AR`, `es_AR`, `en_US@rg=arzzzz`.
 *
 * @returns null if the locale names no country: `es`, `es-419`.
 */
export const regionOfLocale = /* @__PURE__ */ remembered(
  (locale) => {
    const code = (chosenRegion.exec(locale) ?? region.exec(locale))?.[1]?.toLowerCase();
    return code !== undefined && isCountryCode(code) ? code : null;
  },
  { maxLength, ofLonger: () => null },
);
