import {
  readAdTrackingEnabled,
  readAttTrackingStatus,
  readLimitAdTracking,
  readTracking,
  readTrackingStatus,
} from './tracking.js';

const absent = [undefined, null, '', '  ', Number.NaN];

describe('adTrackingEnabled', () => {
  it.each([true, 'true', 'TRUE', ' true ', 1, '1', 'yes', 'YES'])('%j is a yes', (value) => {
    expect(readAdTrackingEnabled(value)).toBe('yes');
  });

  it.each([false, 'false', 0, '0', 'NO', 'no', 'denied', 2, 'maybe', {}, [], [true], { value: true }])(
    '%j is a no',
    (value) => {
      expect(readAdTrackingEnabled(value)).toBe('no');
    },
  );
});

describe('limitAdTracking', () => {
  it.each([false, 'false', 'FALSE', 0, '0', 'no', 'NO'])('%j limits nothing', (value) => {
    expect(readLimitAdTracking(value)).toBe('yes');
  });

  it.each([true, 'true', 1, '1', 'yes', 'YES', 'limited', {}])('%j is a no', (value) => {
    expect(readLimitAdTracking(value)).toBe('no');
  });
});

describe('attTrackingStatus', () => {
  it.each([
    [3, 'yes'],
    ['3', 'yes'],
    ['authorized', 'yes'],
    [0, 'undetermined'],
    ['0', 'undetermined'],
    ['notDetermined', 'undetermined'],
    [1, 'no'],
    ['2', 'no'],
    [4, 'no'],
    [-1, 'no'],
    ['denied', 'no'],
    [true, 'no'],
    [{}, 'no'],
  ])('%j is %s', (value, answer) => {
    expect(readAttTrackingStatus(value)).toBe(answer);
  });
});

describe('trackingStatus', () => {
  it.each([
    ['authorized', 'yes'],
    ['Authorized', 'yes'],
    ['notDetermined', 'undetermined'],
    ['not_determined', 'undetermined'],
    ['Not Determined', 'undetermined'],
    ['not-determined', 'undetermined'],
    ['denied', 'no'],
    ['Restricted', 'no'],
    ['unavailable', 'no'],
    ['unknown', 'no'],
    [{}, 'no'],
  ])('%j is %s', (value, answer) => {
    expect(readTrackingStatus(value, false)).toBe(answer);
  });

  it('"unavailable" is a yes beside one: iOS before 14 says that', () => {
    expect(readTrackingStatus('unavailable', true)).toBe('yes');
    expect(readTrackingStatus('denied', true)).toBe('no');
  });
});

it.each(absent)('%j is no answer', (value) => {
  expect([readAdTrackingEnabled(value), readLimitAdTracking(value)]).toEqual([null, null]);
  expect([readAttTrackingStatus(value), readTrackingStatus(value, true)]).toEqual([null, null]);
});

describe('readTracking', () => {
  const nothing = {
    adTrackingEnabled: undefined,
    limitAdTracking: null,
    attTrackingStatus: '',
    trackingStatus: undefined,
  };

  it.each([
    [{}, null],
    [{ adTrackingEnabled: true }, { answer: 'yes', signal: 'adTrackingEnabled' }],
    [{ adTrackingEnabled: 'NO' }, { answer: 'no', signal: 'adTrackingEnabled' }],
    [{ limitAdTracking: true }, { answer: 'no', signal: 'limitAdTracking' }],
    [{ limitAdTracking: false }, { answer: 'yes', signal: 'limitAdTracking' }],
    [{ attTrackingStatus: 3 }, { answer: 'yes', signal: 'attTrackingStatus' }],
    [
      { adTrackingEnabled: true, limitAdTracking: 'true' },
      { answer: 'no', signal: 'limitAdTracking' },
    ],
    [
      { adTrackingEnabled: true, attTrackingStatus: 0 },
      { answer: 'undetermined', signal: 'attTrackingStatus' },
    ],
    [
      { adTrackingEnabled: false, attTrackingStatus: 0 },
      { answer: 'no', signal: 'adTrackingEnabled' },
    ],
    [
      { attTrackingStatus: 0, trackingStatus: 'denied' },
      { answer: 'no', signal: 'trackingStatus' },
    ],
    [
      { adTrackingEnabled: true, trackingStatus: 'unavailable' },
      { answer: 'yes', signal: 'adTrackingEnabled' },
    ],
    [{ trackingStatus: 'unavailable' }, { answer: 'no', signal: 'trackingStatus' }],
  ])('%j say %j', (values, tracking) => {
    expect(readTracking({ ...nothing, ...values })).toEqual(tracking);
  });
});
