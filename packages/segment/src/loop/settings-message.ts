import { settingsLines, type SettingsError } from './core';
import { settingsTable, type SettingRow } from './settings-table';

/** What is wrong with the settings, with the labels that stand in Segment's dashboard. It holds no value. */
export function settingsMessage(error: SettingsError): string {
  return `The settings of Loop can't be used. ${settingsLines(error.problems, labelOf)}`;
}

function labelOf(path: string): string | null {
  const rows: SettingRow[] = Object.values(settingsTable);
  return rows.find(({ core }) => core.join('.') === path)?.label ?? null;
}
