import { deniesTracking, type TrackingSignal } from './tracking.js';

describe('deniesTracking', () => {
  const denials: [TrackingSignal, unknown][] = [
    ['ad_tracking_enabled', false],
    ['ad_tracking_enabled', 'false'],
    ['ad_tracking_enabled', ' FALSE '],
    ['ad_tracking_enabled', 0],
    ['ad_tracking_enabled', '0'],
    ['att_tracking_status', 0],
    ['att_tracking_status', '1'],
    ['att_tracking_status', 2],
    ['att_tracking_status', 'denied'],
    ['tracking_status', 'Denied'],
    ['tracking_status', 'restricted'],
    ['tracking_status', 'notDetermined'],
    ['tracking_status', 'not_determined'],
    ['tracking_status', 'Not Determined'],
    ['tracking_status', 'not-determined'],
  ];

  it.each(denials)('%s %j is a no', (signal, value) => {
    expect(deniesTracking(signal, value)).toBe(true);
  });

  const others: [TrackingSignal, unknown][] = [
    ['ad_tracking_enabled', true],
    ['ad_tracking_enabled', 'true'],
    ['ad_tracking_enabled', 1],
    ['ad_tracking_enabled', undefined],
    ['ad_tracking_enabled', {}],
    ['att_tracking_status', 3],
    ['att_tracking_status', '3'],
    ['att_tracking_status', 'authorized'],
    ['tracking_status', 'authorized'],
    ['tracking_status', ''],
    ['tracking_status', null],
  ];

  it.each(others)('%s %j is none', (signal, value) => {
    expect(deniesTracking(signal, value)).toBe(false);
  });
});
