import { isAbsent } from '../normalize/absent.js';

/** What a person said. `undetermined`: nobody has asked yet. */
export type TrackingAnswer = 'yes' | 'no' | 'undetermined';

/** The values of the signals, as they stand in the event. */
export interface TrackingValues {
  /** `context.device.adTrackingEnabled` */
  readonly adTrackingEnabled: unknown;
  /** `context.device.limitAdTracking`, `context.device.isLimitAdTrackingEnabled`: what is yes there is no here. */
  readonly limitAdTracking: unknown;
  /** `context.device.attTrackingStatus`: a number, 3 is authorized. */
  readonly attTrackingStatus: unknown;
  /** `context.device.trackingStatus`: a word. */
  readonly trackingStatus: unknown;
}

/** What an event says of tracking, and which signal said it. */
export interface Tracking {
  readonly answer: TrackingAnswer;
  readonly signal: keyof TrackingValues;
}

/**
 * What the signals of an event say together: one no is a no, and a person who was not asked has not said yes.
 *
 * Source: Apple's ATTrackingManager.AuthorizationStatus; `context.device` of Segment's and RudderStack's SDKs; the README
 * of `@capacitor-community/advertising-id`.
 *
 * @returns null if no signal is there: then the advertising ID alone decides.
 *
 * @example readTracking({ adTrackingEnabled: 'NO', … }) // { answer: 'no', signal: 'adTrackingEnabled' }
 */
export function readTracking(values: TrackingValues): Tracking | null {
  const enabled = readAdTrackingEnabled(values.adTrackingEnabled);
  // Most events carry one signal at the most, and it says yes.
  const limit = readLimitAdTracking(values.limitAdTracking);
  const att = readAttTrackingStatus(values.attTrackingStatus);
  const status = readTrackingStatus(values.trackingStatus, enabled === 'yes');
  for (const answer of ['no', 'undetermined', 'yes'] as const) {
    if (enabled === answer) return { answer, signal: 'adTrackingEnabled' };
    if (limit === answer) return { answer, signal: 'limitAdTracking' };
    if (att === answer) return { answer, signal: 'attTrackingStatus' };
    if (status === answer) return { answer, signal: 'trackingStatus' };
  }
  return null;
}

/** Whatever is there and is no yes is a no: `'NO'`, `'denied'`, 0. */
export function readAdTrackingEnabled(value: unknown): TrackingAnswer | null {
  if (isAbsent(value)) return null;
  return value === true || /^(?:true|1|yes)$/.test(wordOf(value)) ? 'yes' : 'no';
}

/** The other way round: whatever is there and does not say that nothing is limited is a no. */
export function readLimitAdTracking(value: unknown): TrackingAnswer | null {
  if (isAbsent(value)) return null;
  return value === false || /^(?:false|0|no)$/.test(wordOf(value)) ? 'yes' : 'no';
}

/** 0 is not determined: RudderStack's iOS SDK sends it until the app calls `putAppTrackingConsent`. */
export function readAttTrackingStatus(value: unknown): TrackingAnswer | null {
  return isAbsent(value) ? null : answerOfStatus(wordOf(value));
}

/** @param isEnabled whether `adTrackingEnabled` is a yes: before iOS 14 the status is `unavailable`, and that one counts. */
export function readTrackingStatus(value: unknown, isEnabled: boolean): TrackingAnswer | null {
  if (isAbsent(value)) return null;
  const word = wordOf(value);
  return word === 'unavailable' && isEnabled ? 'yes' : answerOfStatus(word);
}

function answerOfStatus(word: string): TrackingAnswer {
  if (/^(?:3|authorized)$/.test(word)) return 'yes';
  return /^(?:0|notdetermined)$/.test(word) ? 'undetermined' : 'no';
}

/** In lower case and without spaces, `_` and `-`: Capacitor's plugin says `Not Determined`. */
function wordOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value)
    .slice(0, 32)
    .replace(/[\s_-]/g, '')
    .toLowerCase();
}
