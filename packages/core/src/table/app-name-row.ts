import { readName } from '../normalize/free-text.js';
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
  read: (value) => readName(value, 'RudderLabs JavaScript SDK'),
} as const satisfies TextParameter;
