import { isCountryCode, type CountryReader } from '@loop-adapters/core/bare';
import { createPart, type Part } from './part.js';

/** The part's name in reports. */
export const countryNames = 'country names';

/** A reader of countries that knows the codes; names and time zones are a part of their own. */
export function createCountryReader(): { readonly part: Part<unknown>; readonly countries: CountryReader } {
  const part = createPart(countryNames, () => import('@loop-adapters/core/countries'));
  return {
    part,
    countries: {
      isComplete: false,
      normalizeCountry: (text) => {
        const code = text.trim().toLowerCase();
        return isCountryCode(code) ? code : (part.need()?.countryReader.normalizeCountry(text) ?? null);
      },
      countryOfTimeZone: (zone) => part.need()?.countryReader.countryOfTimeZone(zone) ?? null,
    },
  };
}
