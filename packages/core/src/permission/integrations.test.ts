import { isForLoop } from './integrations.js';

it.each([
  [undefined, true],
  [{}, true],
  [{ All: true }, true],
  [{ All: false }, false],
  [{ All: false, Loop: true }, true],
  [{ All: false, Loop: {} }, true],
  [{ All: false, Mixpanel: true }, false],
  [{ Loop: false }, false],
  [{ All: true, Loop: false }, false],
  ['none', true],
  [null, true],
])('integrations %j: %s', (integrations, expected) => {
  expect(isForLoop({ type: 'track', integrations })).toBe(expected);
});

it.each([null, 'track', []])('%j says nothing', (event) => {
  expect(isForLoop(event)).toBe(true);
});
