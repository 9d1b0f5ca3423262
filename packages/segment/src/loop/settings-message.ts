import type { SettingsError } from './core';
import { sentencesIn, settingsLines } from './core';
import type { SettingName, SettingRow } from './settings-table';
import { settingsTable } from './settings-table';

/** What a setting is called where the reader sees it: its label in the dashboard, or its name in a Function. */
export type NameOf = (name: SettingName) => string;

/** What is wrong with the settings. It holds no value. */
export function settingsMessage(error: SettingsError, nameOf: NameOf): string {
  return `The settings of Loop can't be used. ${settingsLines(error.problems, namesByPath(nameOf))}`;
}

/** Makes the sentences about an event, with the settings that they advise by the names that the reader sees. */
export function sentencesFor(nameOf: NameOf): ReturnType<typeof sentencesIn> {
  return sentencesIn('en', namesByPath(nameOf));
}

/** The name of the setting, or of the first ones, at a path of the core's settings. */
function namesByPath(nameOf: NameOf): (path: string) => string | null {
  const rows: [string, SettingRow][] = Object.entries(settingsTable);
  return (path) => {
    const found = rows.filter(({ 1: { core } }) => core.join('.') === path || core[0] === path);
    return found.length === 0 ? null : found.map(([name]) => nameOf(name as SettingName)).join(' or ');
  };
}
