import type { ParameterRow } from './parameter.js';

export const sourceHash = {
  name: 'source_hash',
  kind: 'parameter',
  required: true,
  label: 'Source hash',
  sources: [],
  setting: 'sourceHash',
  replaceable: false,
} as const satisfies ParameterRow;
