import type { ParameterRow } from './row.js';

const value = { kind: 'value', required: false } as const;

export const eventName = {
  ...value,
  name: 'event',
  label: 'Event name',
  sources: ['event'],
  replaceable: true,
} as const satisfies ParameterRow;

export const viewName = {
  ...value,
  name: 'name',
  label: 'Screen or page name',
  sources: ['name', 'properties.name', 'event'],
  replaceable: true,
} as const satisfies ParameterRow;

export const properties = {
  ...value,
  name: 'properties',
  label: 'Properties',
  sources: ['properties'],
  replaceable: false,
} as const satisfies ParameterRow;

export const traits = {
  ...value,
  name: 'traits',
  label: 'Traits',
  sources: ['traits', 'context.traits'],
  replaceable: false,
} as const satisfies ParameterRow;
