import type { Parameter } from './parameter.js';

export const installedApps = {
  name: 'apps',
  kind: 'parameter',
  required: false,
  label: 'Installed apps',
  description: 'Names of the apps installed on the device: an array, or text with commas.',
  expects: 'an array of names, or names with commas between them',
  sources: ['context.device.installedApps', 'properties.installed_apps', 'traits.installed_apps'],
  setting: null,
  replaceable: true,
} as const satisfies Parameter;
