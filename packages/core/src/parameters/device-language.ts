import { unusable } from '../refusal.js';
import { readLanguage } from './language.js';
import type { TextParameter } from './parameter.js';

export const deviceLanguage = {
  name: 'lan',
  kind: 'parameter',
  required: false,
  label: 'Language',
  sources: ['context.locale', 'context.device.language'],
  setting: null,
  replaceable: true,
  read: (value) => (typeof value === 'string' ? (readLanguage(value) ?? unusable) : unusable),
} as const satisfies TextParameter;
