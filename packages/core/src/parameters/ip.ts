import { unusable } from '../refusal.js';
import { readIp } from './ip-address.js';
import type { RequiredParameter } from './parameter.js';

export const ip = {
  name: 'ip',
  kind: 'parameter',
  required: true,
  label: 'IP address',
  expects: 'an IPv4 or IPv6 address',
  sources: ['context.ip', 'request_ip'],
  setting: null,
  replaceable: true,
  read: (value) => (typeof value === 'string' ? (readIp(value) ?? unusable) : unusable),
} as const satisfies RequiredParameter;
