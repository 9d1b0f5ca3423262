import { app, appName, installedApps } from './app.js';
import { advertisingId, device, deviceLanguage, deviceType, manufacturer } from './device.js';
import { eventName, properties, traits, viewName } from './event.js';
import { eventType, sourceHash } from './fixed.js';
import {
  adTrackingEnabled,
  attTrackingStatus,
  channel,
  consentManagement,
  consentPreferences,
  context,
  deviceId,
  limitAdTracking,
  page,
  trackingStatus,
} from './permission.js';
import { age, birthDate, email, gender, nationalId, phone, userId } from './person.js';
import { country, ip, localeRegion, timeZone } from './place.js';
import type { ParameterRow, WireRow } from './row.js';

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
  limitAdTracking,
  attTrackingStatus,
  trackingStatus,
  consentPreferences,
  consentManagement,
  channel,
  page,
  context,
] as const satisfies readonly ParameterRow[];

type Row = (typeof parameters)[number];

/** Every name in the table. */
export type ParameterName = Row['name'];

/** The names of Loop's required parameters. */
export type RequiredName = Extract<Row, { required: true }>['name'];

/** The names whose source paths the setting `sources` may replace. */
export type ReplaceableName = Extract<Row, { replaceable: true }>['name'];

/** Loop's own parameters, in the order of the wire. `value[…]` comes after them. */
export const wireParameters: readonly WireRow<Extract<Row, { kind: 'parameter' }>['name']>[] = parameters.filter(
  (row) => row.kind === 'parameter',
);

/** The rows that are hashed, in the order of the wire. */
export const identifierRows = [email, phone, nationalId] as const;

/**
 * Keys of `value[…]` that Loop's container tag gives a meaning of its own: no property may be sent under one,
 * because Loop would take a property `date` for the date of birth.
 */
export const reservedKeys: readonly string[] = (parameters as readonly ParameterRow[]).flatMap(
  (row) => row.valueKeys ?? [],
);

/**
 * What an adapter hands to `build` when it extracts by itself: raw values under the names of the table.
 * `type` is the event's type; a field that is missing counts as absent.
 */
export type Fields = { readonly type: string } & {
  readonly [Name in Exclude<ParameterName, 'et' | 'source_hash'>]?: unknown;
};
