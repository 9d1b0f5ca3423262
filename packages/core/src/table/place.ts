import type { CountryReader } from '../normalize/country/country-reader.js';
import { regionOfLocale } from '../normalize/country/region-of-locale.js';
import { normalizeIp } from '../normalize/ip.js';
import { ofText, type TextRow, type WireRow } from './row.js';

function readCountry(value: unknown, { normalizeCountry }: CountryReader): string | null {
  return typeof value === 'string' ? normalizeCountry(value) : null;
}

export const country = {
  name: 'ct',
  kind: 'parameter',
  form: 'text',
  required: true,
  label: 'Country',
  sources: [
    'context.location.country',
    'context.geo.country',
    'context.device.country',
    'traits.address.country',
    'context.traits.address.country',
    'traits.country',
    'context.traits.country',
    'setting country',
    'guess timezone',
    'guess locale',
    // It may be a film's or a shipment's.
    'properties.country',
    'setting fallbackCountry',
  ],
  replaceable: true,
  normalize: readCountry,
} as const satisfies WireRow;

export const timeZone = {
  name: 'timezone',
  kind: 'guess',
  required: false,
  label: 'Time zone',
  sources: ['context.timezone'],
  replaceable: false,
  normalize: (value, { countryOfTimeZone }) => (typeof value === 'string' ? countryOfTimeZone(value) : null),
} as const satisfies TextRow;

export const localeRegion = {
  name: 'locale',
  kind: 'guess',
  required: false,
  label: 'Locale',
  sources: ['context.locale'],
  replaceable: false,
  normalize: ofText(regionOfLocale),
} as const satisfies TextRow;

export const ip = {
  name: 'ip',
  kind: 'parameter',
  form: 'address',
  required: true,
  label: 'IP address',
  sources: ['context.ip', 'request_ip', 'adapter ip'],
  replaceable: true,
  normalize: ofText(normalizeIp),
} as const satisfies WireRow;
