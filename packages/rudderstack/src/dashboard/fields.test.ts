import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fields } from './fields.js';
import { settingPaths, type SettingSchema } from './setting-schema.js';

const settings = JSON.parse(
  readFileSync(join(__dirname, '../../../core/settings.schema.json'), 'utf8'),
) as SettingSchema;

it('has a field for every setting of the core, and none for a setting that there is not', () => {
  expect([...new Set(fields.map(({ setting }) => setting))].sort()).toEqual([...settingPaths(settings)].sort());
});

it('gives every field a key of its own', () => {
  expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
});
