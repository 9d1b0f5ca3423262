import { describeProgress } from './progress.js';

const nothing = { events: 0, delivered: 0, skipped: 0, invalid: 0, undelivered: 0, bytes: 0 };

describe('describeProgress', () => {
  it('starts at nothing', () => {
    expect(describeProgress(nothing, 1000, 0)).toEqual({ share: 0, text: '0 % · 0 read · 0 delivered · 0/s' });
  });

  it('says everything there is to say', () => {
    const state = { events: 12345, delivered: 12000, skipped: 300, invalid: 40, undelivered: 5, bytes: 455 };
    expect(describeProgress(state, 1000, 10)).toEqual({
      share: 0.455,
      text: '45 % · 12,345 read · 12,000 delivered · 1,200/s · 300 skipped · 40 invalid · 5 not delivered',
    });
  });

  it('shows no share of a pipe', () => {
    expect(describeProgress({ ...nothing, events: 7, bytes: 100 }, null, 1)).toEqual({
      share: null,
      text: '7 read · 0 delivered · 0/s',
    });
  });
});
