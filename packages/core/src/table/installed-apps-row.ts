import type { ParameterRow } from './row.js';

export const installedApps = {
  name: 'apps',
  kind: 'parameter',
  required: false,
  label: 'Installed apps',
  sources: ['context.device.installedApps', 'properties.installed_apps', 'traits.installed_apps'],
  setting: null,
  replaceable: true,
} as const satisfies ParameterRow;
