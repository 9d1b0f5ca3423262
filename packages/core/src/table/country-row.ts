import { unusable } from '../translate/refusal.js';
import { readCountry } from '../normalize/country/country-code.js';
import { countryOfTimeZone } from '../normalize/country/country-of-time-zone.js';
import type { RequiredParameter, TextParameter } from './row.js';
import { regionOfLocale } from '../normalize/country/region-of-locale.js';

export const country = {
  name: 'ct',
  kind: 'parameter',
  required: true,
  label: 'Country',
  expects: 'an ISO 3166-1 code (AR, ARG) or a country name in English, Spanish or Portuguese',
  sources: [
    'context.location.country',
    'context.geo.country',
    'context.device.country',
    'traits.address.country',
    'context.traits.address.country',
    'traits.country',
    'context.traits.country',
    'properties.country',
  ],
  setting: 'country',
  replaceable: true,
  read: (value) => (typeof value === 'string' ? (readCountry(value) ?? unusable) : unusable),
} as const satisfies RequiredParameter;

/** Tried for `ct` after its sources and before its setting; `guess.timezone` switches it off. */
export const timeZone = {
  name: 'timezone',
  kind: 'guess',
  required: false,
  label: 'Time zone',
  sources: ['context.timezone'],
  setting: null,
  replaceable: false,
  read: (value) => (typeof value === 'string' ? (countryOfTimeZone(value) ?? unusable) : unusable),
} as const satisfies TextParameter;

/** Tried for `ct` after the time zone; `guess.locale` switches it off. */
export const localeRegion = {
  name: 'locale',
  kind: 'guess',
  required: false,
  label: 'Locale',
  sources: ['context.locale'],
  setting: null,
  replaceable: false,
  read: (value) => (typeof value === 'string' ? (regionOfLocale(value) ?? unusable) : unusable),
} as const satisfies TextParameter;
