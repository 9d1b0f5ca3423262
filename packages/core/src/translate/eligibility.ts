import type { NoteCode, ReasonCode } from '../codes/codes.js';
import { refuseFinally, type Refusal } from '../codes/refusal.js';
import { isWithheldIp } from '../normalize/choose-ip.js';
import { isFormFactor, normalizePlatform } from '../normalize/platform.js';
import { isUnderAge } from '../permission/age.js';
import { grantsConsent } from '../permission/consent.js';
import { readAdvertisingId } from '../permission/read-advertising-id.js';
import {
  readAdTrackingEnabled,
  readTracking,
  type TrackingAnswer,
  type TrackingValues,
} from '../permission/tracking.js';
import type { Settings } from '../settings/settings.js';
import { age, birthDate } from '../table/person.js';
import type { PlainRow } from '../table/row.js';
import type { ParameterName } from '../table/table.js';
import type { Source, Sources } from './extract.js';
import type { Reason } from './outcome.js';
import type { Pass, Read } from './pass.js';

/** Whether an event may be sent at all, and what was found out on the way, under the names of the table. */
export interface Eligibility {
  /** The first reason to skip the event; null if there is none. */
  readonly reason: Reason | null;
  readonly device_type: 'android' | 'ios' | undefined;
  readonly uid: string | undefined;
}

type Platform = 'android' | 'ios';

/** Looks for a reason to skip. With a tracer it goes on after the first one, so that `explain` shows the rest too. */
export function checkEligibility(pass: Pass, sources: Sources, settings: Settings): Eligibility {
  let reason: Reason | null = null;
  const skip = (code: ReasonCode, parameter: Reason['parameter'], source: string | null): boolean => {
    reason ??= pass.reason(code, parameter, source);
    return pass.tracer === null;
  };
  const done = (type?: Platform, uid?: string): Eligibility => ({ reason, device_type: type, uid });

  const { value: type, source: typeSource } = pass.read('device_type', sources.device_type, readDeviceType);
  if (type === undefined) {
    const other = typeSource ?? findPage(pass, sources);
    if (other !== null && skip('unsupported_platform', 'device_type', other)) return done();
  }

  if (settings.consent.required.length > 0) {
    const preferences = pass.readAny('consent_preferences', sources.consent_preferences).value;
    const management = pass.readAny('consent_management', sources.consent_management).value;
    if (!grantsConsent(settings.consent, preferences, management) && skip('consent_missing', null, null)) {
      return done(type);
    }
  }

  if (isChild(pass, sources, settings.minimumAge) && skip('under_age', null, null)) return done(type);

  const signals = readSignals(pass, sources);
  const said = readAnswer(signals);
  const { value: uid, source: uidSource, isDenied } = takeUid(pass, sources, said?.answer === 'yes');
  const heard = uidSource === null ? readAnswerWithoutId(signals) : said;
  const no = isDenied ? { signal: 'uid' as const, source: uidSource } : heard?.answer === 'no' ? heard : null;
  if (no !== null && skip('tracking_denied', no.signal, no.source)) return done(type);
  if (said?.answer === 'undetermined' && skip('tracking_undetermined', said.signal, said.source)) return done(type);

  const [firstIp] = sources.ip;
  if (firstIp !== undefined && isWithheldIp(pass.valueAt(firstIp)) && skip('ip_withheld', 'ip', firstIp.text)) {
    return done(type, uid);
  }
  if (uid === undefined) skip('no_advertising_id', 'uid', uidSource);
  return done(type, uid);
}

/** `android` or `ios`. A form factor says nothing; a known other platform ends the search. */
const readDeviceType: Read<Platform> = (value) => {
  const platform = typeof value === 'string' ? normalizePlatform(value) : null;
  if (platform === 'other') return refuseFinally('unusable_value');
  if (platform !== null) return platform;
  return typeof value === 'string' && isFormFactor(value) ? undefined : null;
};

/** Where an event says that it is one of a page; null if it does not. */
function findPage(pass: Pass, sources: Sources): string | null {
  for (const source of sources.channel) if (pass.valueAt(source) === 'web') return source.text;
  for (const source of sources.page) {
    const page = pass.valueAt(source);
    if (typeof page === 'object' && page !== null && Object.keys(page).length > 0) return source.text;
  }
  return null;
}

/** Their values are noted where they are sent. */
function isChild(pass: Pass, sources: Sources, minimumAge: number): boolean {
  if (minimumAge === 0) return false;
  const first = (row: PlainRow<'age' | 'birth_date'>): string | null => {
    for (const source of sources[row.name]) {
      const value = pass.valueAt(source);
      const text = value === undefined ? null : row.normalize(value);
      if (typeof text === 'string') return text;
    }
    return null;
  };
  return isUnderAge(minimumAge, { age: first(age), birthDate: first(birthDate) });
}

/** The signals' names in the table. */
const signalRows = {
  adTrackingEnabled: 'ad_tracking_enabled',
  limitAdTracking: 'limit_ad_tracking',
  attTrackingStatus: 'att_tracking_status',
  trackingStatus: 'tracking_status',
} as const satisfies Readonly<Record<keyof TrackingValues, ParameterName>>;

type Signals = Readonly<Record<keyof TrackingValues, { readonly value: unknown; readonly source: string | null }>>;

function readSignals(pass: Pass, sources: Sources): Signals {
  return {
    adTrackingEnabled: pass.readAny('ad_tracking_enabled', sources.ad_tracking_enabled),
    limitAdTracking: pass.readAny('limit_ad_tracking', sources.limit_ad_tracking),
    attTrackingStatus: pass.readAny('att_tracking_status', sources.att_tracking_status),
    trackingStatus: pass.readAny('tracking_status', sources.tracking_status),
  };
}

/** What the person said, and where it stands. */
interface Answer {
  readonly answer: TrackingAnswer;
  readonly signal: ParameterName;
  readonly source: string | null;
}

function readAnswer(signals: Signals): Answer | null {
  const tracking = readTracking({
    adTrackingEnabled: signals.adTrackingEnabled.value,
    limitAdTracking: signals.limitAdTracking.value,
    attTrackingStatus: signals.attTrackingStatus.value,
    trackingStatus: signals.trackingStatus.value,
  });
  if (tracking === null) return null;
  return { answer: tracking.answer, signal: signalRows[tracking.signal], source: signals[tracking.signal].source };
}

/**
 * Without any ID, a flag that is no yes says nothing: RudderStack's Android SDK sends `false` by default, and nobody was
 * asked.
 */
function readAnswerWithoutId(signals: Signals): Answer | null {
  const silent = { value: undefined, source: null };
  const isYes = readAdTrackingEnabled(signals.adTrackingEnabled.value) === 'yes';
  const adTrackingEnabled = isYes ? signals.adTrackingEnabled : silent;
  return readAnswer({ ...signals, adTrackingEnabled, limitAdTracking: silent });
}

/** An advertising ID that is not the device's own. Zeros, in any source, are a no, and no other source is asked. */
function takeUid(
  pass: Pass,
  sources: Sources,
  allowsTracking: boolean,
): { readonly value: string | undefined; readonly source: string | null; readonly isDenied: boolean } {
  const { value: given } = pass.readAny('device_id', sources.device_id);
  const facts = { deviceId: typeof given === 'string' ? given.trim() : null, allowsTracking };
  const zeros: NoteCode = 'zero_advertising_id';
  const { value, source } = pass.take('uid', sources.uid, (id): string | Refusal => {
    const read = readAdvertisingId(id, facts);
    return typeof read === 'string' || read.refused !== zeros ? read : refuseFinally(zeros);
  });
  if (value === undefined) return { value, source, isDenied: pass.notes.some(({ code }) => code === zeros) };
  const other = findZeros(pass, sources.uid, source);
  return other === null ? { value, source, isDenied: false } : { value: undefined, source: other, isDenied: true };
}

/** Zeros beside an ID: the person has said no since the ID was kept. */
function findZeros(pass: Pass, sources: readonly Source[], used: string | null): string | null {
  for (const source of sources) {
    const value = source.text === used ? undefined : pass.valueAt(source);
    if (value === undefined) continue;
    const id = readAdvertisingId(value, { deviceId: null, allowsTracking: false });
    if (typeof id !== 'string' && id.refused === 'zero_advertising_id') return source.text;
  }
  return null;
}
