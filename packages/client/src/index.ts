export { createClient, type Client, type ClientTools } from './sending/client.js';
export { clientForm, readAdapterSettings, type ClientSettings } from './settings/client-settings.js';
export type { ConsentSetting, GrantedCategories } from './host/consent.js';
export type { Eventual } from './host/eventual.js';
export type { HostValue } from './host/host-value.js';
export { hostValues, type HostValueKind, type HostValueName, type HostValueRow } from './host/host-values.js';
export type { Realm } from './host/realm.js';
export type { DeliveryCode, HostFailure, Report } from './sending/report.js';
