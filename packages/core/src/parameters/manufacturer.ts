import { readFreeText } from './free-text.js';
import type { TextParameter } from './parameter.js';

export const manufacturer = {
  name: 'mf',
  kind: 'parameter',
  required: false,
  label: 'Manufacturer',
  description: 'Manufacturer of the device.',
  expects: 'the name of a manufacturer such as Google, without personal data',
  sources: ['context.device.manufacturer'],
  setting: null,
  replaceable: true,
  read: (value) => readFreeText(value),
} as const satisfies TextParameter;
