import { unusable } from '../translate/refusal.js';
import { readIp } from '../normalize/ip.js';
import type { RequiredParameter } from './row.js';

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
