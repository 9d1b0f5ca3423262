import { readFreeText } from '../normalize/free-text.js';
import type { TextParameter } from './row.js';

export const appName = {
  name: 'appn',
  kind: 'parameter',
  required: false,
  label: 'App name',
  sources: ['context.app.name'],
  setting: 'app.name',
  replaceable: true,
  // The RudderStack JS SDK names itself here, not the app.
  read: (value) => readFreeText(value, 'RudderLabs JavaScript SDK'),
} as const satisfies TextParameter;
