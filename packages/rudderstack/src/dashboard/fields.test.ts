import { settingLeaves, settingsSchema } from '@loop-adapters/core';
import { fields } from './fields.js';

it('has a field for every setting of the core, and none for a setting that there is not', () => {
  const paths = settingLeaves(settingsSchema).map(({ path }) => path);
  expect([...new Set(fields.map(({ setting }) => setting))].sort()).toEqual(paths.sort());
});

it('gives every field a key of its own', () => {
  expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
});
