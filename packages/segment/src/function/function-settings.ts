import { closest } from '../loop/core';
import type { SegmentSettings } from '../loop/core-settings';
import { settingsTable } from '../loop/settings-table';

/** Settings that only the Function has, as Segment's editor asks for them. */
export const functionOnly = {
  dryRun: {
    label: 'Dry run',
    type: 'Boolean',
    default: 'false',
    description: 'Whether requests are written to the log in place of being sent. The source hash is masked there.',
  },
} as const;

export type FunctionSettings = SegmentSettings & { readonly [Name in keyof typeof functionOnly]?: unknown };

/** A sentence for each setting whose name is not known. Segment's editor takes any name, and one mistyped does nothing. */
export function unknownSettings(settings: object): string[] {
  const names = [...Object.keys(settingsTable), ...Object.keys(functionOnly)];
  return Object.keys(settings)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const meant = closest(name, names);
      return `${name}: There is no such setting.${meant === null ? '' : ` Did you mean "${meant}"?`}`;
    });
}
