export { createClient, type Client, type ClientTools } from './client.js';
export type { ClientSettings } from './client-settings.js';
export type { ConsentSetting, GrantedCategories } from './consent.js';
export { deliveryCodes, type DeliveryCode } from './delivery.js';
export type { Eventual } from './eventual.js';
export type { HostValue } from './host-value.js';
export { hostValues, type HostValueKind, type HostValueName, type HostValueRow } from './host-values.js';
export type { Realm } from './realm.js';
export type { HostFailure, Report } from './report.js';
