import { choicesOf } from './config-schema.js';
import { fields, type Field } from './fields.js';
import { settingAt, type Setting, type SettingSchema } from './setting-schema.js';

/**
 * The table of fields in the README, in Markdown.
 * @param settings the core's `settings.schema.json`.
 */
export function fieldsTable(settings: SettingSchema): string {
  const rows = fields.map((field) => {
    const setting = settingAt(settings, field.setting);
    return `| \`${field.key}\` | ${field.label}. ${field.note ?? setting.description} | ${values(field, setting)} |`;
  });
  return ['| field | what it does | values |', '| --- | --- | --- |', ...rows].join('\n');
}

function values(field: Field, setting: Setting): string {
  switch (field.kind) {
    case 'secret':
      return 'secret text';
    case 'text':
      return typeof setting.default === 'string' ? `text, \`${setting.default}\`` : 'text';
    case 'number':
      return `digits, \`${String(setting.default)}\``;
    case 'toggle':
      return `\`true\` or \`false\`, \`${String(setting.default)}\``;
    case 'offIsNull':
      return '`true` or `false`, `true`';
    case 'choice':
      return `${choicesOf(field, setting)
        .map((choice) => `\`${choice}\``)
        .join(', ')}; \`${String(setting.default)}\``;
    case 'names':
      return `list of \`${field.itemKey ?? ''}\``;
    case 'sources':
      return 'list of `from`, `to`';
  }
}
