import { unusable } from '../translate/refusal.js';
import type { TextParameter } from './row.js';

/** iPads name their system in several ways. Anything else is a platform that Loop does not take. */
const types: ReadonlyMap<string, 'android' | 'ios'> = new Map([
  ['android', 'android'],
  ['ios', 'ios'],
  ['ipados', 'ios'],
  ['iphone os', 'ios'],
  ['iphone', 'ios'],
  ['ipad', 'ios'],
]);

export const deviceType = {
  name: 'device_type',
  kind: 'parameter',
  required: true,
  label: 'Device type',
  sources: ['context.device.type', 'context.os.name'],
  setting: null,
  replaceable: true,
  read: (value) => {
    if (typeof value !== 'string' || value.length > 32) return unusable;
    return types.get(value) ?? types.get(value.trim().toLowerCase()) ?? unusable;
  },
} as const satisfies TextParameter;
