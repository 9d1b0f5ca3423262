import { advertisingId } from './advertising-id-row.js';
import { appName } from './app-name-row.js';
import { app } from './app-row.js';
import { country, localeRegion, timeZone } from './country-row.js';
import { age, birthDate, gender } from './demographic-rows.js';
import { deviceLanguage } from './device-language-row.js';
import { deviceType } from './device-type-row.js';
import { device } from './device-row.js';
import { eventType } from './event-type-row.js';
import { email, nationalId, phone, userId } from './identifier-rows.js';
import { installedApps } from './installed-apps-row.js';
import { ip } from './ip-row.js';
import { manufacturer } from './manufacturer-row.js';
import type { ParameterRow } from './row.js';
import {
  adTrackingEnabled,
  attTrackingStatus,
  consentManagement,
  consentPreferences,
  deviceId,
  trackingStatus,
} from './signal-rows.js';
import { sourceHash } from './source-hash-row.js';
import { eventName, properties, traits, viewName } from './value-rows.js';

/**
 * The table: every Loop parameter in the order of the documented request, then what becomes `value[…]`,
 * then what decides whether the event may be sent.
 *
 * Source: Loop's guide "Integrate Loop's API for Mobile App Data Collection".
 */
export const parameters = [
  app,
  appName,
  installedApps,
  country,
  timeZone,
  localeRegion,
  device,
  eventType,
  ip,
  deviceLanguage,
  manufacturer,
  sourceHash,
  advertisingId,
  deviceType,
  email,
  userId,
  phone,
  nationalId,
  gender,
  age,
  birthDate,
  eventName,
  viewName,
  properties,
  traits,
  deviceId,
  adTrackingEnabled,
  attTrackingStatus,
  trackingStatus,
  consentPreferences,
  consentManagement,
] as const satisfies readonly ParameterRow[];

type Row = (typeof parameters)[number];

/** Every name in the table. */
export type ParameterName = Row['name'];

/** The names of Loop's required parameters. */
export type RequiredName = Extract<Row, { required: true }>['name'];

/** The names whose source paths the setting `sources` may replace. */
export type ReplaceableName = Extract<Row, { replaceable: true }>['name'];

/**
 * What an adapter hands to `build` when it extracts by itself: raw values under the names of the table.
 * `type` is the event's type; a field that is missing counts as absent.
 */
export type Fields = { readonly type: string } & {
  readonly [Name in Exclude<ParameterName, 'et' | 'source_hash'>]?: unknown;
};
