export { createLoopIntegration } from './device-mode/create-loop-integration.js';
export type { ClientSettings, ConsentSetting, GrantedCategories, HostValue } from '@loop-adapters/client';
export { SettingsError } from '@loop-adapters/core/bare';
