import { readName } from '../normalize/free-text.js';
import type { TextParameter } from './row.js';

export const manufacturer = {
  name: 'mf',
  kind: 'parameter',
  required: false,
  label: 'Manufacturer',
  sources: ['context.device.manufacturer'],
  setting: null,
  replaceable: true,
  read: (value) => readName(value),
} as const satisfies TextParameter;
