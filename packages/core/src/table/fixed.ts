import type { WireRow } from './row.js';

export const eventType = {
  name: 'et',
  kind: 'parameter',
  form: 'fixed',
  text: 'custom',
  required: true,
  label: 'Event type',
  sources: [],
  replaceable: false,
} as const satisfies WireRow;

export const sourceHash = {
  name: 'source_hash',
  kind: 'parameter',
  form: 'secret',
  required: true,
  label: 'Source hash',
  sources: ['setting sourceHash'],
  replaceable: false,
} as const satisfies WireRow;
