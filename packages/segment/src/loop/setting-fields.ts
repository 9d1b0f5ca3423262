import type { GlobalSetting } from '@segment/actions-core';
import { settingWords } from './core';
import type { SettingName, SettingRow } from './settings-table';
import { settingsTable } from './settings-table';

interface Words {
  readonly title: string;
  readonly description: string;
}

/** The settings as Segment's dashboard shows them: the rows with the core's words. */
export function settingFields(): Record<SettingName, GlobalSetting> {
  const rows: [string, SettingRow][] = Object.entries(settingsTable);
  return Object.fromEntries(
    rows.map(([name, { core, form, more = '', ...field }]) => {
      const { title, description } = wordsOf(core);
      return [name, { label: title, description: `${description}${more}`, ...field }];
    }),
  ) as Record<SettingName, GlobalSetting>;
}

/** What the dashboard calls a setting. */
export function settingLabel(name: SettingName): string {
  return wordsOf(settingsTable[name].core).title;
}

function wordsOf(core: SettingRow['core']): Words {
  return settingWords[core.join('.') as keyof typeof settingWords];
}
