import type { ParameterRow } from './row.js';

export const sourceHash = {
  name: 'source_hash',
  kind: 'parameter',
  required: true,
  label: 'Source hash',
  sources: [],
  setting: 'sourceHash',
  replaceable: false,
} as const satisfies ParameterRow;
