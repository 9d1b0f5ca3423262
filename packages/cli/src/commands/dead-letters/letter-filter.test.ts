import { readLetterFilter } from './letter-filter.js';

test('nothing given restricts nothing', () => {
  expect(readLetterFilter([], {})).toEqual({});
});

test('keys, reasons and dates', () => {
  const flags = { code: ['refused', 'expired'], since: '2026-03-01', until: '2026-03-02T12:30:00Z' };
  expect(readLetterFilter(['1', '2'], flags)).toEqual({
    keys: ['1', '2'],
    codes: ['refused', 'expired'],
    fromMs: new Date(2026, 2, 1).getTime(),
    beforeMs: Date.UTC(2026, 2, 2, 12, 30),
  });
});

test.each(['yesterday', '2026-13-01', '2026', '1/2/2026', ''])('%j is no date', (since) => {
  expect(() => readLetterFilter([], { since })).toThrow(
    '--since must be a date such as 2026-03-01, or 2026-03-01T12:00.',
  );
});
