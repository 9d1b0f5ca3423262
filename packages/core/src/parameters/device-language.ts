import { unusable } from '../refusal.js';
import { readLanguage } from './language.js';
import type { TextParameter } from './parameter.js';

export const deviceLanguage = {
  name: 'lan',
  kind: 'parameter',
  required: false,
  label: 'Language',
  description: 'Language of the device, sent as a lower-case ISO 639-1 code.',
  expects: 'a locale or a language code, such as es-AR or es',
  sources: ['context.locale', 'context.device.language'],
  setting: null,
  replaceable: true,
  read: (value) => (typeof value === 'string' ? (readLanguage(value) ?? unusable) : unusable),
} as const satisfies TextParameter;
