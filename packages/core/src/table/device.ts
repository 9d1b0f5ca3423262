import { normalizeName } from '../normalize/free-text.js';
import { normalizeLanguage } from '../normalize/language.js';
import { ofText, type WireRow } from './row.js';

export const device = {
  name: 'device',
  kind: 'parameter',
  form: 'free_text',
  required: true,
  label: 'Device model',
  // context.device.name is no source: people put their own names there.
  sources: ['context.device.model', 'setting device.model'],
  replaceable: true,
  normalize: ofText(normalizeName),
} as const satisfies WireRow;

export const deviceLanguage = {
  name: 'lan',
  kind: 'parameter',
  form: 'text',
  required: false,
  label: 'Language',
  sources: ['context.locale', 'context.device.language'],
  replaceable: true,
  normalize: ofText(normalizeLanguage),
} as const satisfies WireRow;

export const manufacturer = {
  name: 'mf',
  kind: 'parameter',
  form: 'free_text',
  required: false,
  label: 'Manufacturer',
  sources: ['context.device.manufacturer'],
  replaceable: true,
  normalize: ofText(normalizeName),
} as const satisfies WireRow;

export const advertisingId = {
  name: 'uid',
  kind: 'parameter',
  form: 'decided',
  required: true,
  label: 'Advertising ID',
  sources: [
    'context.device.advertisingId',
    'context.device.idfa',
    'context.device.gaid',
    'context.device.adId',
    'context.idfa',
    'context.aaid',
    'properties.idfa',
    'properties.gaid',
  ],
  replaceable: true,
} as const satisfies WireRow;

export const deviceType = {
  name: 'device_type',
  kind: 'parameter',
  form: 'decided',
  required: true,
  label: 'Device type',
  sources: ['context.device.type', 'context.os.name'],
  replaceable: true,
} as const satisfies WireRow;
