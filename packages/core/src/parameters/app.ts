import { readFreeText } from './free-text.js';
import type { TextParameter } from './parameter.js';

export const app = {
  name: 'app',
  kind: 'parameter',
  required: true,
  label: 'App ID',
  description: 'Package name (Android) or bundle ID (iOS) of the app.',
  expects: 'a package name or bundle ID such as com.example.app, without personal data',
  sources: ['context.app.namespace'],
  setting: 'app.id',
  replaceable: true,
  // The RudderStack JS SDK names itself here, not the app.
  read: (value) => readFreeText(value, 'com.rudderlabs.javascript'),
} as const satisfies TextParameter;
