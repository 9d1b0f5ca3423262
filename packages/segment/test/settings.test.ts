import { settingLeaves, settingsSchema } from '@loop-adapters/core';
import { functionOnly } from '../src/function/function-settings';
import { settingsElsewhere, settingsTable } from '../src/loop/settings-table';

it('has every setting of the core, or says why not', () => {
  const offered = Object.values(settingsTable).map(({ core }) => core.join('.'));
  const paths = [...offered, ...Object.keys(settingsElsewhere)];
  expect(paths.sort()).toEqual(
    settingLeaves(settingsSchema)
      .map(({ path }) => path)
      .sort(),
  );
});

it('has the core’s defaults where the dashboard shows one', () => {
  const forms = new Map(settingLeaves(settingsSchema).map(({ path, form }) => [path, form.default]));
  for (const row of Object.values(settingsTable)) {
    if ('default' in row)
      expect({ [row.core.join('.')]: row.default }).toEqual({ [row.core.join('.')]: forms.get(row.core.join('.')) });
  }
});

it('has no name twice in the Function', () => {
  expect(Object.keys(functionOnly).filter((name) => name in settingsTable)).toEqual([]);
});
