/** What App Tracking Transparency says; `unavailable` is for systems that do not have it. */
export const trackingStatuses = ['authorized', 'denied', 'restricted', 'notDetermined', 'unavailable'] as const;

/** The status as a word, or as Apple's own number: 0 is not determined, 1 restricted, 2 denied, 3 authorized. */
export type TrackingStatus = (typeof trackingStatuses)[number] | 0 | 1 | 2 | 3;
