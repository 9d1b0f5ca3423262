import { unusable } from '../translate/refusal.js';
import { readLanguage } from '../normalize/language.js';
import type { TextParameter } from './row.js';

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
