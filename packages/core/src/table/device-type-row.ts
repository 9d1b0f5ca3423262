import { readPlatform } from '../normalize/platform.js';
import { unusable } from '../translate/refusal.js';
import type { TextParameter } from './row.js';

export const deviceType = {
  name: 'device_type',
  kind: 'parameter',
  required: true,
  label: 'Device type',
  sources: ['context.device.type', 'context.os.name'],
  setting: null,
  replaceable: true,
  read: (value) => {
    const platform = typeof value === 'string' ? readPlatform(value) : null;
    return platform === 'android' || platform === 'ios' ? platform : unusable;
  },
} as const satisfies TextParameter;
