import type { SettingsError } from './core';
import { settingsTable, type SettingRow } from './settings-table';

/** What is wrong with the settings, with the labels that stand in Segment's dashboard. It holds no value. */
export function settingsMessage(error: SettingsError): string {
  const rows: SettingRow[] = Object.values(settingsTable);
  const problems = error.problems.map(({ path, message }) => {
    const row = rows.find(({ core }) => path === core.join('.') || path.startsWith(`${core.join('.')}.`));
    return `${row?.label ?? path}: ${message}`;
  });
  return `The settings of Loop can't be used. ${problems.join(' ')}`;
}
