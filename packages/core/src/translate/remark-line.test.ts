import { remarkLine } from './remark-line.js';

it.each([
  ['ct', 'traits.country', 'Not usable.', '[unusable_value] ct from traits.country: Not usable.'],
  ['apps', null, 'Cut.', '[unusable_value] apps: Cut.'],
  [null, null, 'No event.', '[unusable_value] No event.'],
  ['ct', 'traits.country', '', '[unusable_value] ct from traits.country:'],
] as const)('parameter %s from %s', (parameter, source, message, line) => {
  expect(remarkLine({ code: 'unusable_value', parameter, source, message })).toBe(line);
});
