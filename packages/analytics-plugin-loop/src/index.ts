export {
  loopPlugin,
  loopPlugin as default,
  type Hook,
  type LoopMethods,
  type LoopPlugin,
  type WithLoop,
} from './plugin.js';
export type { LoopPluginSettings } from './settings.js';
export type { HookPayload } from './event.js';
export type { ConsentSetting, GrantedCategories, HostFailure, HostValue, Report } from '@loop-adapters/client';
export { SettingsError } from '@loop-adapters/core/bare';
