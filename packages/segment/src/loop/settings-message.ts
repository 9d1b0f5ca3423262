import type { SettingsError } from './core';
import { settingsLines } from './core';
import type { SettingName, SettingRow } from './settings-table';
import { settingsTable } from './settings-table';

/**
 * What is wrong with the settings. It holds no value.
 *
 * @param nameOf what a setting is called where the reader sees it: its label in the dashboard, or its name in a Function
 */
export function settingsMessage(error: SettingsError, nameOf: (name: SettingName) => string): string {
  const rows: [string, SettingRow][] = Object.entries(settingsTable);
  const names = new Map(rows.map(([name, { core }]) => [core.join('.'), nameOf(name as SettingName)]));
  return `The settings of Loop can't be used. ${settingsLines(error.problems, (path) => names.get(path) ?? null)}`;
}
