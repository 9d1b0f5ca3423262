import { loadSource } from '../../../scripts/load-source.mjs';

/**
 * The settings as a Function has them, one row each: name, type, whether Segment is to encrypt it, default,
 * description. Segment's editor knows text, yes or no, and lists.
 */
export async function settingsRows() {
  const { settingsTable } = await loadSource('src/loop/settings-table.ts');
  const { settingFields } = await loadSource('src/loop/setting-fields.ts');
  const words = settingFields();
  const { functionOnly } = await loadSource('src/function/function-settings.ts');
  const shared = Object.entries(settingsTable).map(([name, row]) => ({
    name,
    label: words[name].label,
    type: row.form === 'boolean' ? 'Boolean' : 'String',
    isSecret: row.type === 'password',
    default: row.default === undefined ? '' : String(row.default),
    description: words[name].description,
  }));
  return [...shared, ...Object.entries(functionOnly).map(([name, row]) => ({ name, isSecret: false, ...row }))];
}
