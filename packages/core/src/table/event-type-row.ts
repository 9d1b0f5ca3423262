import type { ParameterRow } from './row.js';

export const eventType = {
  name: 'et',
  kind: 'parameter',
  required: true,
  label: 'Event type',
  sources: [],
  setting: null,
  replaceable: false,
} as const satisfies ParameterRow;
