import type { Sources } from './extract.js';
import { reasonCodes, type Reason, type ReasonCode } from './outcome.js';
import { advertisingId } from '../table/advertising-id-row.js';
import { deviceType } from '../table/device-type-row.js';
import type { Facts } from '../table/row.js';
import { grantsConsent } from '../permission/consent.js';
import { deniesTracking, type TrackingSignal } from '../permission/tracking.js';
import type { Run } from './pass.js';
import type { Settings } from '../settings/settings.js';

/** Whether an event may be sent at all, and what was found out on the way. */
export interface Eligibility {
  /** The first reason to skip the event; null if there is none. */
  readonly reason: Reason | null;
  readonly deviceType: string | undefined;
  readonly uid: string | undefined;
}

const trackingSignals: readonly TrackingSignal[] = ['ad_tracking_enabled', 'att_tracking_status', 'tracking_status'];

/** Looks for a reason to skip. With a tracer it goes on after the first one, so that `explain` shows the rest too. */
export function checkEligibility(run: Run, sources: Sources, settings: Settings): Eligibility {
  let reason: Reason | null = null;
  const skip = (code: ReasonCode, parameter: Reason['parameter'], source: string | null): boolean => {
    reason ??= { code, parameter, source, message: reasonCodes[code] };
    return run.tracer === null;
  };
  const done = (type?: string, uid?: string): Eligibility => ({ reason, deviceType: type, uid });

  const type = run.resolve('device_type', sources.device_type, deviceType, null);
  if (type === undefined && run.lastMet !== null && skip('unsupported_platform', 'device_type', run.lastMet)) {
    return done();
  }

  for (const signal of trackingSignals) {
    const value = run.first(signal, sources[signal]);
    if (deniesTracking(signal, value) && skip('tracking_denied', signal, run.lastMet)) return done(type);
  }

  const { required } = settings.consent;
  if (required.length > 0) {
    const preferences = run.first('consent_preferences', sources.consent_preferences);
    const management = run.first('consent_management', sources.consent_management);
    if (!grantsConsent(required, preferences, management) && skip('consent_missing', null, null)) {
      return done(type);
    }
  }

  const vendorId = run.first('device_id', sources.device_id);
  const facts: Facts = { deviceId: typeof vendorId === 'string' ? vendorId.trim() : null };
  const uid = run.resolve('uid', sources.uid, advertisingId, facts, true);
  if (uid === undefined) {
    const zeros = run.notes.some(({ code }) => code === 'zero_advertising_id');
    skip(zeros ? 'tracking_denied' : 'no_advertising_id', 'uid', run.lastMet);
  }
  return done(type, uid);
}
