import type { GlobalSetting } from '@segment/actions-core';

/** One setting of the destination, as Segment asks for it and as the core takes it. */
export interface SettingRow extends GlobalSetting {
  /** Where it stands in the settings of the core. */
  readonly core: readonly [string, string?];
  /** `list`: names with commas between them. `rule`: `all`, `none`, or such a list. */
  readonly form: 'text' | 'list' | 'rule' | 'boolean';
}

/**
 * The settings of the destination and of the Destination Function. What Segment's dashboard shows, what the core is
 * given, and the tables in the docs are made from these rows. A blank setting counts as absent.
 */
export const settingsTable = {
  androidSourceHash: {
    label: 'Source hash for Android',
    description: 'The secret that Loop gave you for your Android app. One of the two source hashes is required.',
    type: 'password',
    required: { conditions: [{ fieldKey: 'iosSourceHash', operator: 'is', value: undefined }] },
    core: ['sourceHash', 'android'],
    form: 'text',
  },
  iosSourceHash: {
    label: 'Source hash for iOS',
    description: 'The secret that Loop gave you for your iOS app. One of the two source hashes is required.',
    type: 'password',
    required: { conditions: [{ fieldKey: 'androidSourceHash', operator: 'is', value: undefined }] },
    core: ['sourceHash', 'ios'],
    form: 'text',
  },
  hash: {
    label: 'Hash algorithm',
    description:
      'Hash of e-mail, phone and national ID: sha256, sha512 or both. A value that is a hash already is passed on as it is.',
    type: 'string',
    choices: [
      { label: 'SHA-256', value: 'sha256' },
      { label: 'SHA-512', value: 'sha512' },
      { label: 'Both', value: 'both' },
    ],
    default: 'sha256',
    core: ['hash'],
    form: 'text',
  },
  country: {
    label: 'Default country',
    description: 'Country for events from which none can be read or guessed, such as AR.',
    type: 'string',
    core: ['country'],
    form: 'text',
  },
  properties: {
    label: 'Properties to send',
    description: 'Which properties and traits are sent: "all", "none", or their names with commas between them.',
    type: 'string',
    default: 'all',
    core: ['properties'],
    form: 'rule',
  },
  exclude: {
    label: 'Properties never to send',
    description: 'Names of properties and traits that are never sent, with commas between them.',
    type: 'string',
    core: ['exclude'],
    form: 'list',
  },
  allow: {
    label: 'Properties that are not personal',
    description:
      'Names of properties and traits that are sent although they look like personal data, with commas between them. A raw e-mail address is never sent.',
    type: 'string',
    core: ['allow'],
    form: 'list',
  },
  consentCategories: {
    label: 'Required consent categories',
    description:
      'Consent categories that an event must grant, all of them, with commas between them, such as Advertising. Without any, consent is not checked.',
    type: 'string',
    core: ['consent', 'required'],
    form: 'list',
  },
  fullBirthDate: {
    label: 'Send the full date of birth',
    description: 'Whether the full date of birth is sent too. The year of birth always is.',
    type: 'boolean',
    default: false,
    core: ['demographics', 'fullBirthDate'],
    form: 'boolean',
  },
  appId: {
    label: 'App ID',
    description: 'Package name or bundle ID for events that carry none.',
    type: 'string',
    core: ['app', 'id'],
    form: 'text',
  },
  appName: {
    label: 'App name',
    description: 'Name of the app for events that carry none.',
    type: 'string',
    core: ['app', 'name'],
    form: 'text',
  },
  deviceModel: {
    label: 'Device model',
    description: 'Device model for events that carry none.',
    type: 'string',
    core: ['device', 'model'],
    form: 'text',
  },
  endpoint: {
    label: 'Endpoint',
    description: 'URL of Loop’s Mobile API. Leave it empty unless Loop gave you another one.',
    type: 'string',
    core: ['endpoint'],
    form: 'text',
  },
} as const satisfies Record<string, SettingRow>;

export type SettingName = keyof typeof settingsTable;

/** The rows as Segment takes them. */
export function settingFields(): Record<SettingName, GlobalSetting> {
  const rows: [string, SettingRow][] = Object.entries(settingsTable);
  return Object.fromEntries(rows.map(([name, { core, form, ...field }]) => [name, field])) as Record<
    SettingName,
    GlobalSetting
  >;
}
