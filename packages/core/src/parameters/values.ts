import type { Parameter } from './parameter.js';

const value = { kind: 'value', required: false, setting: null } as const;

export const eventName = {
  ...value,
  name: 'event',
  label: 'Event name',
  description: 'Name of a track event. The key it is sent under is the setting "eventKey".',
  expects: 'text without personal data',
  sources: ['event'],
  replaceable: true,
} as const satisfies Parameter;

export const viewName = {
  ...value,
  name: 'name',
  label: 'Screen or page name',
  description: 'Name of the screen or page. It is sent under the same key as the name of a track event.',
  expects: 'text without personal data',
  sources: ['name', 'properties.name', 'event'],
  replaceable: true,
} as const satisfies Parameter;

export const properties = {
  ...value,
  name: 'properties',
  label: 'Properties',
  description:
    'Properties of a track, screen or page event. Each one is sent as value[key] unless it is personal data.',
  expects: 'an object',
  sources: ['properties'],
  replaceable: false,
} as const satisfies Parameter;

export const traits = {
  ...value,
  name: 'traits',
  label: 'Traits',
  description: 'Traits of an identify event. Each one is sent as value[key] unless it is personal data.',
  expects: 'an object',
  sources: ['traits', 'context.traits'],
  replaceable: false,
} as const satisfies Parameter;
