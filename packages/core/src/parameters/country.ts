import { unusable } from '../refusal.js';
import { readCountry } from './country-code.js';
import { countryOfTimeZone } from './country-of-time-zone.js';
import type { TextParameter } from './parameter.js';
import { regionOfLocale } from './region-of-locale.js';

export const country = {
  name: 'ct',
  kind: 'parameter',
  required: true,
  label: 'Country',
  description: 'Country of the device, sent as a lower-case ISO 3166-1 alpha-2 code.',
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
} as const satisfies TextParameter;

/** Tried for `ct` after its sources and before its setting; `guess.timezone` switches it off. */
export const timeZone = {
  name: 'timezone',
  kind: 'guess',
  required: false,
  label: 'Time zone',
  description: 'Time zone of the device. The country is guessed from it if no other source names one.',
  expects: 'an IANA time zone of one country, such as America/Bogota',
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
  description: 'Locale of the device. The country is guessed from its region if no other source names one.',
  expects: 'a locale with a region, such as es-AR',
  sources: ['context.locale'],
  setting: null,
  replaceable: false,
  read: (value) => (typeof value === 'string' ? (regionOfLocale(value) ?? unusable) : unusable),
} as const satisfies TextParameter;
