import type { SettingsInput } from './core';
import type { SettingName, SettingRow } from './settings-table';
import { settingsTable } from './settings-table';

/** Settings as Segment hands them over. A Function's settings can also hold lists as lists. */
export type SegmentSettings = { readonly [Name in SettingName]?: unknown };

/**
 * The settings of the destination as the core takes them. Blank ones are left out, so that the core's defaults hold.
 * The values are checked by the core, not here.
 */
export function coreSettings(settings: SegmentSettings): SettingsInput {
  const input: Record<string, unknown> = {};
  const rows: [string, SettingRow][] = Object.entries(settingsTable);
  for (const [name, { core, form }] of rows) {
    const value = readSetting(settings[name as SettingName], form);
    if (value === undefined) continue;
    const [key, inner] = core;
    input[key] = inner === undefined ? value : { ...(input[key] as object | undefined), [inner]: value };
  }
  return input;
}

function readSetting(value: unknown, form: SettingRow['form']): unknown {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return undefined;
  if (typeof value !== 'string' && !Array.isArray(value)) return value;
  if (form === 'boolean') return isTrue(value);
  if (form === 'text') return value;
  if (form === 'key') return String(value).trim().toLowerCase() === 'none' ? null : value;
  // Functions have no numbers. What is none is left to the core to refuse.
  if (form === 'number') return /^\s*\d{1,9}\s*$/.test(String(value)) ? Number(value) : value;
  const names = namesIn(value);
  if (names.length === 0) return undefined;
  const [first = ''] = names;
  return form === 'rule' && names.length === 1 && /^(?:all|none)$/i.test(first) ? first.toLowerCase() : names;
}

/** A Function's setting may be text although it means yes or no. What is neither is left to the core to refuse. */
function isTrue(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

function namesIn(value: string | readonly unknown[]): string[] {
  const names = typeof value === 'string' ? value.split(',') : value.map(String);
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
