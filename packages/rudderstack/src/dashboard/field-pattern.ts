import type { Field } from './fields.js';
import { formWith, type Setting } from './setting-schema.js';

/** RudderStack puts values into a setting itself: from the event by `{{ path || default }}`, from the server's environment by `env.NAME`. */
const filledIn = '(^\\{\\{.*\\|\\|(.*)\\}\\}$)|(^env[.].+)|';

/** What may stand in a field of the form, as a regular expression. Empty is always right: no value. */
export function fieldPattern({ kind }: Field, setting: Setting): string {
  if (kind === 'number') return `${filledIn}^[0-9]{0,${String(setting.schema.maximum ?? '').length}}$`;
  return textPattern(setting);
}

/** The same for one name of a list, or one path. */
export function itemPattern(setting: Setting): string {
  const items = formWith(setting.schema, 'items').items ?? {};
  return textPattern({ ...setting, schema: items });
}

function textPattern({ schema }: Setting): string {
  const { pattern } = formWith(schema, 'pattern');
  if (pattern !== undefined) return `${filledIn}^$|${pattern}`;
  return `${filledIn}^(.{0,${formWith(schema, 'maxLength').maxLength ?? 1000}})$`;
}
