import { parameters } from '@loop-adapters/core';
import { choicesOf, sourceNames } from './config-schema.js';
import { fieldPattern, itemPattern } from './field-pattern.js';
import { fields, sections, type Field } from './fields.js';
import { settingAt, type Setting, type SettingSchema } from './setting-schema.js';

type Part = Readonly<Record<string, unknown>>;

/** RudderStack's check of the three files can read a table of fields only where the form has a page of its own for it. */
const sourcesPage = 'loopSources';

/**
 * The form in RudderStack's dashboard: `ui-config.json`. Notes and defaults are those of the core's settings.
 * @param settings the core's `settings.schema.json`.
 */
export function uiConfig(settings: SettingSchema): unknown {
  const group = (section: keyof typeof sections): Part => ({
    ...sections[section],
    icon: section === 'connection' ? 'settings' : 'sliders',
    fields: fields
      .filter((field) => field.section === section)
      .map((field) =>
        field.kind === 'sources'
          ? { type: 'redirect', redirectGroupKey: sourcesPage, label: field.label }
          : formField(field, settingAt(settings, field.setting), settings),
      ),
  });
  return {
    uiConfig: {
      baseTemplate: [
        {
          title: 'Initial setup',
          note: 'Review how this destination is set up',
          sections: [
            { groups: [group('connection')] },
            {
              groups: [
                {
                  title: 'Connection mode',
                  note: 'Events go from RudderStack’s servers to Loop (cloud mode)',
                  icon: 'sliders',
                  fields: [],
                },
              ],
            },
          ],
        },
        {
          title: 'Configuration settings',
          note: 'Manage the settings for your destination',
          sections: [
            {
              title: 'Destination settings',
              note: 'Everything here has a default that works',
              icon: 'settings',
              groups: [group('defaults'), group('data'), group('privacy'), group('advanced')],
            },
            {
              id: 'consentSettings',
              title: 'Consent settings',
              note: 'Consent that RudderStack itself checks, for each provider',
              icon: 'settings',
              groups: [],
            },
          ],
        },
      ],
      redirectGroups: {
        [sourcesPage]: {
          fields: fields
            .filter(({ kind }) => kind === 'sources')
            .map((field) => formField(field, settingAt(settings, field.setting), settings)),
        },
      },
      sdkTemplate: { title: 'Web SDK settings', note: 'not visible in the ui', fields: [] },
      consentSettingsTemplate: {
        title: 'Consent settings',
        note: 'not visible in the ui',
        fields: [consentField],
      },
    },
  };
}

function formField(field: Field, setting: Setting, settings: SettingSchema): Part {
  const shared = {
    label: field.label,
    note: field.note ?? setting.description,
    configKey: field.key,
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
    ...(field.when === undefined
      ? {}
      : { preRequisites: { fields: [{ configKey: field.when.key, value: field.when.value }] } }),
  };
  switch (field.kind) {
    case 'secret':
    case 'text':
    case 'number':
      return {
        type: 'textInput',
        ...shared,
        regex: fieldPattern(field, setting),
        regexErrorMessage: `${field.label} is not of the right form`,
        required: false,
        secret: field.kind === 'secret',
      };
    case 'toggle':
      return { type: 'checkbox', ...shared, default: setting.default };
    case 'offIsNull':
      return { type: 'checkbox', ...shared, default: true };
    case 'choice':
      return {
        type: 'singleSelect',
        ...shared,
        options: choicesOf(field, setting).map((value) => ({ label: field.choices?.[value] ?? value, value })),
        default: setting.default,
      };
    case 'names':
      return {
        type: 'tagInput',
        ...shared,
        tagKey: field.itemKey,
        regex: itemPattern(setting),
        regexErrorMessage: 'A name in the list is not of the right form',
        default: [{ [field.itemKey ?? '']: '' }],
      };
    case 'sources': {
      const { placeholder, ...others } = shared;
      const options = sourceNames(settings).map((name) => ({ name: labelOf(name), value: name }));
      return {
        type: 'mapping',
        ...others,
        default: [],
        columns: [
          { type: 'singleSelect', configKey: 'from', label: 'Parameter', options },
          { type: 'textInput', configKey: 'to', label: 'Path into the event', placeholder },
        ],
      };
    }
  }
}

function labelOf(name: string): string {
  const label = parameters.find((parameter) => parameter.name === name)?.label;
  return label === undefined ? name : `${label} (${name})`;
}

/** RudderStack's own consent settings, which every destination has. */
const consentField: Part = {
  type: 'dynamicCustomForm',
  configKey: 'consentManagement',
  default: [],
  rowFields: [
    {
      type: 'singleSelect',
      label: 'Consent management provider',
      configKey: 'provider',
      options: [
        { label: 'Custom', value: 'custom' },
        { label: 'iubenda', value: 'iubenda' },
        { label: 'Ketch', value: 'ketch' },
        { label: 'OneTrust', value: 'oneTrust' },
      ],
      default: 'oneTrust',
      required: true,
    },
    {
      type: 'singleSelect',
      label: 'Consent logic',
      configKey: 'resolutionStrategy',
      options: [
        { label: 'AND', value: 'and' },
        { label: 'OR', value: 'or' },
      ],
      required: true,
      variant: 'badge',
      preRequisites: { fields: [{ configKey: 'provider', value: 'custom' }] },
    },
    {
      type: 'tagInput',
      label: 'Consent category IDs',
      note: 'Press Enter after each ID.',
      configKey: 'consents',
      tagKey: 'consent',
      placeholder: 'e.g: Marketing',
      default: [{ consent: '' }],
    },
  ],
};
