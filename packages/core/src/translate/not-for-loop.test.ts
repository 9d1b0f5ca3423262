import { inEnglish } from './describe.js';
import { notForLoop } from './not-for-loop.js';

it('is null for an event that is for Loop', () => {
  expect(notForLoop({ type: 'track', integrations: { All: true } }, inEnglish)).toBeNull();
});

it('is a reason to skip for one that is not', () => {
  expect(notForLoop({ type: 'track', integrations: { All: false } }, inEnglish)).toEqual({
    status: 'skipped',
    reason: {
      code: 'not_for_loop',
      parameter: null,
      source: 'integrations',
      message: 'The event’s "integrations" say that it is not for Loop. Set integrations.Loop to true if it is.',
    },
    notes: [],
  });
});
