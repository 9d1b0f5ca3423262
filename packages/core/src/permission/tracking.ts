/** The signals by which SDKs say whether a person allows tracking, as rows of the table. */
export type TrackingSignal = 'ad_tracking_enabled' | 'att_tracking_status' | 'tracking_status';

/**
 * What each signal says when the answer is no, in lower case and without spaces, `_` and `-`: Capacitor's plugin for
 * advertising IDs says `Not Determined`. Anything else, or nothing, says nothing.
 */
const denials: Readonly<Record<TrackingSignal, readonly string[]>> = {
  ad_tracking_enabled: ['false', '0'],
  // Apple's ATTrackingManager.AuthorizationStatus: not determined, restricted, denied; 3 is authorized.
  att_tracking_status: ['0', '1', '2', 'notdetermined', 'restricted', 'denied'],
  tracking_status: ['notdetermined', 'restricted', 'denied'],
};

/**
 * Whether a signal's value says that the person does not allow tracking.
 *
 * Source: Apple's ATTrackingManager.AuthorizationStatus; `context.device` of Segment's and RudderStack's SDKs; the README of
 * `@capacitor-community/advertising-id`.
 */
export function deniesTracking(signal: TrackingSignal, value: unknown): boolean {
  if (value === true || (typeof value !== 'string' && typeof value !== 'number' && value !== false)) return false;
  return denials[signal].includes(
    String(value)
      .slice(0, 32)
      .replace(/[\s_-]/g, '')
      .toLowerCase(),
  );
}
