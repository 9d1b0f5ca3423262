import type { Parameter } from './parameter.js';

const signal = { kind: 'signal', required: false, setting: null, replaceable: false } as const;

/** Compared with the advertising ID: equal ones mean that a vendor ID was put in its place. */
export const deviceId = {
  ...signal,
  name: 'device_id',
  label: 'Device ID',
  description: 'Device or vendor ID. It is never sent; an advertising ID that equals it is not used.',
  expects: 'text',
  sources: ['context.device.id'],
} as const satisfies Parameter;

export const adTrackingEnabled = {
  ...signal,
  name: 'ad_tracking_enabled',
  label: 'Ad tracking enabled',
  description: 'Whether the person allows ad tracking. If false, the event is skipped.',
  expects: 'true or false',
  sources: ['context.device.adTrackingEnabled'],
} as const satisfies Parameter;

export const attTrackingStatus = {
  ...signal,
  name: 'att_tracking_status',
  label: 'App Tracking Transparency status',
  description: 'Status number of App Tracking Transparency, 0 to 3. Only 3 (authorized) lets the event through.',
  expects: '0, 1, 2 or 3',
  sources: ['context.device.attTrackingStatus'],
} as const satisfies Parameter;

export const trackingStatus = {
  ...signal,
  name: 'tracking_status',
  label: 'Tracking status',
  description: 'Tracking status by name. The event is skipped for denied, restricted and notDetermined.',
  expects: 'authorized, denied, restricted or notDetermined',
  sources: ['context.device.trackingStatus'],
} as const satisfies Parameter;

export const consentPreferences = {
  ...signal,
  name: 'consent_preferences',
  label: 'Consent preferences',
  description: 'Consent by category, in Segment’s form. Read only if the settings require consent.',
  expects: 'an object such as { "Advertising": true }',
  sources: ['context.consent.categoryPreferences'],
} as const satisfies Parameter;

export const consentManagement = {
  ...signal,
  name: 'consent_management',
  label: 'Consent management',
  description: 'Consent by category, in RudderStack’s form. Read only if the settings require consent.',
  expects: 'an object with allowedConsentIds and deniedConsentIds',
  sources: ['context.consentManagement'],
} as const satisfies Parameter;
