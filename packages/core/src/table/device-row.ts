import { readName } from '../normalize/free-text.js';
import type { RequiredParameter } from './row.js';

export const device = {
  name: 'device',
  kind: 'parameter',
  required: true,
  label: 'Device model',
  expects: 'a model identifier such as Pixel6 or iPhone15,2, without personal data',
  // context.device.name is no source: people put their own names there.
  sources: ['context.device.model'],
  setting: 'device.model',
  replaceable: true,
  read: (value) => readName(value),
} as const satisfies RequiredParameter;
