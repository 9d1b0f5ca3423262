import type { GlobalSetting } from '@segment/actions-core';

/** One setting of the destination, as Segment asks for it and as the core takes it. */
export interface SettingRow extends Omit<GlobalSetting, 'label' | 'description'> {
  /** What only Segment's form has to add to the core's words. */
  readonly more?: string;
  /** Where it stands in the settings of the core. */
  readonly core: readonly [string, string?];
  /** `key`: a name, or `none`. `list`: names with commas between them. `rule`: `all`, `none`, or such a list. */
  readonly form: 'text' | 'key' | 'number' | 'list' | 'rule' | 'boolean';
}

const oneIsNeeded = ' One of the two source hashes is required.';
const withCommas = ' Put commas between names.';

/**
 * The settings of the destination and of the Destination Function. What Segment's dashboard shows, what the core is
 * given, and the tables in the docs are made from these rows and the core's words, which `settingFields` adds: the
 * Function, which is one file, does without. A blank setting counts as absent.
 */
export const settingsTable = rows({
  androidSourceHash: {
    more: oneIsNeeded,
    type: 'password',
    required: { conditions: [{ fieldKey: 'iosSourceHash', operator: 'is', value: undefined }] },
    core: ['sourceHash', 'android'],
    form: 'text',
  },
  iosSourceHash: {
    more: oneIsNeeded,
    type: 'password',
    required: { conditions: [{ fieldKey: 'androidSourceHash', operator: 'is', value: undefined }] },
    core: ['sourceHash', 'ios'],
    form: 'text',
  },
  hash: {
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
  identifyByEmail: {
    type: 'boolean',
    default: true,
    core: ['identifiers', 'email'],
    form: 'boolean',
  },
  identifyByPhone: {
    type: 'boolean',
    default: true,
    core: ['identifiers', 'phone'],
    form: 'boolean',
  },
  identifyByNationalId: {
    type: 'boolean',
    default: true,
    core: ['identifiers', 'nationalId'],
    form: 'boolean',
  },
  country: { type: 'string', core: ['country'], form: 'text' },
  fallbackCountry: { type: 'string', core: ['fallbackCountry'], form: 'text' },
  guessTimezone: { type: 'boolean', default: true, core: ['guess', 'timezone'], form: 'boolean' },
  guessLocale: { type: 'boolean', default: true, core: ['guess', 'locale'], form: 'boolean' },
  properties: {
    more: withCommas,
    type: 'string',
    default: 'all',
    core: ['properties'],
    form: 'rule',
  },
  exclude: { more: withCommas, type: 'string', core: ['exclude'], form: 'list' },
  allow: { more: withCommas, type: 'string', core: ['allow'], form: 'list' },
  eventKey: { more: ' For null, write none.', type: 'string', default: 'event', core: ['eventKey'], form: 'key' },
  consentCategories: {
    more: withCommas,
    type: 'string',
    core: ['consent', 'required'],
    form: 'list',
  },
  deniedListIsComplete: {
    type: 'boolean',
    default: false,
    core: ['consent', 'deniedListIsComplete'],
    form: 'boolean',
  },
  minimumAge: { type: 'number', default: 13, core: ['minimumAge'], form: 'number' },
  fullBirthDate: {
    type: 'boolean',
    default: false,
    core: ['demographics', 'fullBirthDate'],
    form: 'boolean',
  },
  appId: { type: 'string', core: ['app', 'id'], form: 'text' },
  appName: { type: 'string', core: ['app', 'name'], form: 'text' },
  deviceModel: { type: 'string', core: ['device', 'model'], form: 'text' },
  maxUrlLength: { type: 'number', default: 8000, core: ['maxUrlLength'], form: 'number' },
  endpoint: { type: 'string', core: ['endpoint'], form: 'text' },
});

/** The core's settings that Segment does not offer, and why. */
export const settingsElsewhere = {
  sources: 'the mapping of each field in Segment says where its value comes from',
  relay: 'Segment’s servers send to Loop themselves; they know the IP address and keep the source hash',
} as const;

export type SettingName = keyof typeof settingsTable;

/** Rows whose names are known to the compiler. Segment's Prettier can't read `satisfies`, which would say the same. */
function rows<Name extends string>(table: Record<Name, SettingRow>): Record<Name, SettingRow> {
  return table;
}
