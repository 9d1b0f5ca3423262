import type { ReasonCode } from '../codes/codes.js';
import { readPlatform } from '../normalize/platform.js';
import { grantsConsent } from '../permission/consent.js';
import { readAdvertisingId } from '../permission/read-advertising-id.js';
import { deniesTracking, type TrackingSignal } from '../permission/tracking.js';
import type { Settings } from '../settings/settings.js';
import type { Sources } from './extract.js';
import type { Reason } from './outcome.js';
import type { Pass, Read } from './pass.js';

/** Whether an event may be sent at all, and what was found out on the way, under the names of the table. */
export interface Eligibility {
  /** The first reason to skip the event; null if there is none. */
  readonly reason: Reason | null;
  readonly device_type: 'android' | 'ios' | undefined;
  readonly uid: string | undefined;
}

const trackingSignals: readonly TrackingSignal[] = ['ad_tracking_enabled', 'att_tracking_status', 'tracking_status'];

/** Looks for a reason to skip. With a tracer it goes on after the first one, so that `explain` shows the rest too. */
export function checkEligibility(pass: Pass, sources: Sources, settings: Settings): Eligibility {
  let reason: Reason | null = null;
  const skip = (code: ReasonCode, parameter: Reason['parameter'], source: string | null): boolean => {
    reason ??= pass.reason(code, parameter, source);
    return pass.tracer === null;
  };
  const done = (type?: 'android' | 'ios', uid?: string): Eligibility => ({ reason, device_type: type, uid });

  const { value: type, source: typeSource } = pass.read('device_type', sources.device_type, readDeviceType);
  if (type === undefined && typeSource !== null && skip('unsupported_platform', 'device_type', typeSource)) {
    return done();
  }

  for (const signal of trackingSignals) {
    const { value, source } = pass.readAny(signal, sources[signal]);
    if (deniesTracking(signal, value) && skip('tracking_denied', signal, source)) return done(type);
  }

  const { required } = settings.consent;
  if (required.length > 0) {
    const preferences = pass.readAny('consent_preferences', sources.consent_preferences).value;
    const management = pass.readAny('consent_management', sources.consent_management).value;
    if (!grantsConsent(required, preferences, management) && skip('consent_missing', null, null)) {
      return done(type);
    }
  }

  const { value: uid, source: uidSource } = pass.take('uid', sources.uid, uidReader(pass, sources));
  if (uid === undefined) {
    const zeros = pass.notes.some(({ code }) => code === 'zero_advertising_id');
    skip(zeros ? 'tracking_denied' : 'no_advertising_id', 'uid', uidSource);
  }
  return done(type, uid);
}

/** `android` or `ios`; null for another platform. */
const readDeviceType: Read<'android' | 'ios'> = (value) => {
  const platform = typeof value === 'string' ? readPlatform(value) : null;
  return platform === 'other' ? null : platform;
};

/** An advertising ID that is not the device's own. */
function uidReader(pass: Pass, sources: Sources): Read<string> {
  const { value } = pass.readAny('device_id', sources.device_id);
  const facts = { deviceId: typeof value === 'string' ? value.trim() : null, allowsTracking: false };
  return (given) => readAdvertisingId(given, facts);
}
