import type { Parameter } from './parameter.js';

export const sourceHash = {
  name: 'source_hash',
  kind: 'parameter',
  required: true,
  label: 'Source hash',
  description: 'Authenticates the source. Loop makes one source per platform, so Android and iOS have two.',
  expects: 'the source hash that Loop gave you for this platform',
  sources: [],
  setting: 'sourceHash',
  replaceable: false,
} as const satisfies Parameter;
