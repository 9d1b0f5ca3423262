import { normalizeName } from '../normalize/free-text.js';
import { ofText, type WireRow } from './row.js';

const normalizeAppText = ofText(normalizeName);

export const app = {
  name: 'app',
  kind: 'parameter',
  form: 'free_text',
  required: true,
  label: 'App ID',
  sources: ['context.app.namespace', 'setting app.id'],
  replaceable: true,
  // The RudderStack JS SDK names itself here, not the app.
  normalize: (value) => (value === 'com.rudderlabs.javascript' ? undefined : normalizeAppText(value)),
} as const satisfies WireRow;

export const appName = {
  name: 'appn',
  kind: 'parameter',
  form: 'free_text',
  required: false,
  label: 'App name',
  sources: ['context.app.name', 'setting app.name'],
  replaceable: true,
  normalize: (value) => (value === 'RudderLabs JavaScript SDK' ? undefined : normalizeAppText(value)),
} as const satisfies WireRow;

export const installedApps = {
  name: 'apps',
  kind: 'parameter',
  form: 'names',
  required: false,
  label: 'Installed apps',
  sources: ['context.device.installedApps', 'properties.installed_apps', 'traits.installed_apps'],
  replaceable: true,
} as const satisfies WireRow;
