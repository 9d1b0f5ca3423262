import { readName } from '../normalize/free-text.js';
import type { RequiredParameter } from './row.js';

export const app = {
  name: 'app',
  kind: 'parameter',
  required: true,
  label: 'App ID',
  expects: 'a package name or bundle ID such as com.example.app, without personal data',
  sources: ['context.app.namespace'],
  setting: 'app.id',
  replaceable: true,
  // The RudderStack JS SDK names itself here, not the app.
  read: (value) => readName(value, 'com.rudderlabs.javascript'),
} as const satisfies RequiredParameter;
