import type { Parameter } from './parameter.js';

export const eventType = {
  name: 'et',
  kind: 'parameter',
  required: true,
  label: 'Event type',
  description: 'Always "custom".',
  expects: '"custom"',
  sources: [],
  setting: null,
  replaceable: false,
} as const satisfies Parameter;
