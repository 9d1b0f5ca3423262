import { readFreeText } from './free-text.js';
import type { TextParameter } from './parameter.js';

export const device = {
  name: 'device',
  kind: 'parameter',
  required: true,
  label: 'Device model',
  // context.device.name is no source: people put their own names there.
  description: 'Model identifier of the device.',
  expects: 'a model identifier such as Pixel6 or iPhone15,2, without personal data',
  sources: ['context.device.model'],
  setting: 'device.model',
  replaceable: true,
  read: (value) => readFreeText(value),
} as const satisfies TextParameter;
