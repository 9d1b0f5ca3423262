import { fieldPattern, itemPattern } from './field-pattern.js';
import { fields, type Field } from './fields.js';
import { formWith, settingAt, type Setting, type SettingSchema } from './setting-schema.js';
import { forEverySource } from './source-types.js';

type Schema = Readonly<Record<string, unknown>>;

/**
 * What `Config` may hold: `schema.json`. Limits, choices and defaults are those of the core's settings.
 * @param settings the core's `settings.schema.json`.
 */
export function configSchema(settings: SettingSchema): unknown {
  const properties = Object.fromEntries(
    fields.map((field) => [field.key, fieldSchema(field, settingAt(settings, field.setting), settings)]),
  );
  return {
    configSchema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      // The form always saves the fields of its first page, empty ones too.
      required: fields.filter(({ section }) => section === 'connection').map(({ key }) => key),
      properties: {
        ...properties,
        connectionMode: { type: 'object', properties: forEverySource({ type: 'string', enum: ['cloud'] }) },
        consentManagement: { type: 'object', properties: forEverySource(consentSchema) },
      },
      // A relay has the source hashes; without one, at least one of the two must be here.
      anyOf: [filledIn('sourceHashAndroid'), filledIn('sourceHashIos'), filledIn('relay')],
    },
  };
}

function filledIn(key: string): Schema {
  return { required: [key], properties: { [key]: { type: 'string', minLength: 1 } } };
}

function fieldSchema(field: Field, setting: Setting, settings: SettingSchema): Schema {
  switch (field.kind) {
    case 'secret':
    case 'text':
    case 'number':
      return { type: 'string', pattern: fieldPattern(field, setting) };
    case 'toggle':
      return { type: 'boolean', default: setting.default };
    case 'offIsNull':
      return { type: 'boolean', default: true };
    case 'choice':
      return { type: 'string', enum: choicesOf(field, setting), default: setting.default };
    case 'names':
      return listSchema({ [field.itemKey ?? '']: { type: 'string', pattern: itemPattern(setting) } });
    case 'sources': {
      const names = sourceNames(settings);
      const path = settingAt(settings, `sources.${names[0] ?? ''}`);
      return listSchema({
        from: { type: 'string', enum: ['', ...names] },
        to: { type: 'string', pattern: itemPattern(path) },
      });
    }
  }
}

function listSchema(properties: Schema): Schema {
  return { type: 'array', items: { type: 'object', properties } };
}

/** The choices of a field, the setting's own first. */
export function choicesOf({ handledBy = {} }: Field, { schema }: Setting): readonly string[] {
  return [...(formWith(schema, 'enum').enum ?? []), ...Object.keys(handledBy)];
}

/** The names of the parameters whose sources may be replaced. */
export function sourceNames(settings: SettingSchema): readonly string[] {
  return Object.keys(settingAt(settings, 'sources').schema.properties ?? {});
}

/** RudderStack's own consent settings, which every destination has: its servers filter by them before we see an event. */
const consentSchema: Schema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      provider: { type: 'string', enum: ['custom', 'iubenda', 'ketch', 'oneTrust'], default: 'oneTrust' },
      consents: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            consent: { type: 'string', pattern: '(^\\{\\{.*\\|\\|(.*)\\}\\}$)|(^env[.].+)|^(.{0,100})$' },
          },
        },
      },
    },
    allOf: [
      {
        if: { properties: { provider: { const: 'custom' } }, required: ['provider'] },
        then: {
          properties: { resolutionStrategy: { type: 'string', enum: ['and', 'or'] } },
          required: ['resolutionStrategy'],
        },
      },
    ],
  },
};
