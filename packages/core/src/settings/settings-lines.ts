import { describeSettingsProblem, type SettingsProblem } from './settings-error.js';

/**
 * Problems of the settings as one text, each under the name that the platform's own form gives the setting.
 *
 * @param problems of a `SettingsError`. They hold no values.
 * @param nameOf the platform's name for a path of the core such as `app.id`; null for a path that it has no setting for,
 *   which is then asked for again without its last part, and shown as it is if nothing fits
 * @example
 * settingsLines(error.problems, (path) => (path === 'app.id' ? 'App ID' : null)) // 'App ID: It must be text.'
 */
export function settingsLines(
  problems: readonly SettingsProblem[],
  nameOf: (path: string) => string | null = () => null,
): string {
  return problems.map((problem) => describeSettingsProblem(problem, nameAt(problem.path, nameOf))).join(' ');
}

function nameAt(path: string, nameOf: (path: string) => string | null): string {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length--) {
    const name = nameOf(parts.slice(0, length).join('.'));
    if (name !== null) return name;
  }
  return path;
}
