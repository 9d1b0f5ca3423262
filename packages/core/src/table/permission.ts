import type { ParameterRow } from './row.js';

const signal = { kind: 'signal', required: false, replaceable: false } as const;

/** Compared with the advertising ID: equal ones mean that a vendor ID was put in its place. */
export const deviceId = {
  ...signal,
  name: 'device_id',
  label: 'Device ID',
  sources: ['context.device.id'],
} as const satisfies ParameterRow;

export const adTrackingEnabled = {
  ...signal,
  name: 'ad_tracking_enabled',
  label: 'Ad tracking enabled',
  sources: ['context.device.adTrackingEnabled'],
} as const satisfies ParameterRow;

export const limitAdTracking = {
  ...signal,
  name: 'limit_ad_tracking',
  label: 'Limit ad tracking',
  sources: ['context.device.limitAdTracking', 'context.device.isLimitAdTrackingEnabled'],
} as const satisfies ParameterRow;

export const attTrackingStatus = {
  ...signal,
  name: 'att_tracking_status',
  label: 'App Tracking Transparency status',
  sources: ['context.device.attTrackingStatus'],
} as const satisfies ParameterRow;

export const trackingStatus = {
  ...signal,
  name: 'tracking_status',
  label: 'Tracking status',
  sources: ['context.device.trackingStatus'],
} as const satisfies ParameterRow;

export const consentPreferences = {
  ...signal,
  name: 'consent_preferences',
  label: 'Consent preferences',
  sources: ['context.consent.categoryPreferences'],
} as const satisfies ParameterRow;

export const consentManagement = {
  ...signal,
  name: 'consent_management',
  label: 'Consent management',
  sources: ['context.consentManagement'],
} as const satisfies ParameterRow;

/** `web` means a page, which is no platform of Loop's. */
export const channel = {
  ...signal,
  name: 'channel',
  label: 'Channel',
  sources: ['channel'],
} as const satisfies ParameterRow;

/** An event of a page carries its address and title. */
export const page = {
  ...signal,
  name: 'page',
  label: 'Page',
  sources: ['context.page'],
} as const satisfies ParameterRow;

/** Looked at for its type alone: some bridges write JSON into a text. */
export const context = {
  ...signal,
  name: 'context',
  label: 'Context',
  sources: ['context'],
} as const satisfies ParameterRow;
