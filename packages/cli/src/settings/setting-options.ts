import { settingWords } from '@loop-adapters/core/setting-words';

import { inHelp } from './in-help.js';

/** How a flag's or a variable's text becomes a value. */
export type SettingKind =
  'text' | 'textOrNone' | 'list' | 'listOrWord' | 'countOrList' | 'number' | 'switch' | 'sources';

/** One setting as the command line takes it. */
export interface SettingOption {
  /** Its path in `loop.config.json`. */
  readonly path: string;
  /** The flag, as commander declares it. */
  readonly flag: string;
  /** The environment variable; null where its form does not fit into one. */
  readonly variable: string | null;
  readonly kind: SettingKind;
  readonly description: string;
}

/** A setting of the core as it is written down here; its description is the core's. */
interface CoreOption extends Omit<SettingOption, 'description'> {
  readonly path: keyof typeof settingWords;
  /** What only the command line has to add. */
  readonly hint?: string;
}

const coreOptions: readonly CoreOption[] = [
  {
    path: 'sourceHash',
    flag: '--source-hash <hash>',
    variable: 'LOOP_SOURCE_HASH',
    kind: 'text',
    hint: 'the variable keeps it out of the shell history',
  },
  {
    path: 'sourceHash.android',
    flag: '--source-hash-android <hash>',
    variable: 'LOOP_SOURCE_HASH_ANDROID',
    kind: 'text',
  },
  {
    path: 'sourceHash.ios',
    flag: '--source-hash-ios <hash>',
    variable: 'LOOP_SOURCE_HASH_IOS',
    kind: 'text',
  },
  {
    path: 'app.id',
    flag: '--app-id <id>',
    variable: 'LOOP_APP_ID',
    kind: 'text',
  },
  {
    path: 'app.name',
    flag: '--app-name <name>',
    variable: 'LOOP_APP_NAME',
    kind: 'text',
  },
  {
    path: 'country',
    flag: '--country <country>',
    variable: 'LOOP_COUNTRY',
    kind: 'text',
  },
  {
    path: 'fallbackCountry',
    flag: '--fallback-country <country>',
    variable: 'LOOP_FALLBACK_COUNTRY',
    kind: 'text',
  },
  {
    path: 'device.model',
    flag: '--device-model <model>',
    variable: 'LOOP_DEVICE_MODEL',
    kind: 'text',
  },
  {
    path: 'hash',
    flag: '--hash <which>',
    variable: 'LOOP_HASH',
    kind: 'text',
  },
  {
    path: 'identifiers.email',
    flag: '--identify-by-email <yes|no>',
    variable: 'LOOP_IDENTIFY_BY_EMAIL',
    kind: 'switch',
  },
  {
    path: 'identifiers.phone',
    flag: '--identify-by-phone <yes|no>',
    variable: 'LOOP_IDENTIFY_BY_PHONE',
    kind: 'switch',
  },
  {
    path: 'identifiers.nationalId',
    flag: '--identify-by-national-id <yes|no>',
    variable: 'LOOP_IDENTIFY_BY_NATIONAL_ID',
    kind: 'switch',
  },
  {
    path: 'properties',
    flag: '--properties <names>',
    variable: 'LOOP_PROPERTIES',
    kind: 'listOrWord',
    hint: 'all, none, or names with commas',
  },
  {
    path: 'exclude',
    flag: '--exclude <names>',
    variable: 'LOOP_EXCLUDE',
    kind: 'list',
    hint: 'names with commas',
  },
  {
    path: 'allow',
    flag: '--allow <names>',
    variable: 'LOOP_ALLOW',
    kind: 'list',
    hint: 'names with commas',
  },
  {
    path: 'eventKey',
    flag: '--event-key <key>',
    variable: 'LOOP_EVENT_KEY',
    kind: 'textOrNone',
    hint: 'none for null',
  },
  {
    path: 'demographics.fullBirthDate',
    flag: '--full-birth-date <yes|no>',
    variable: 'LOOP_FULL_BIRTH_DATE',
    kind: 'switch',
  },
  {
    path: 'consent.required',
    flag: '--consent <categories>',
    variable: 'LOOP_CONSENT_REQUIRED',
    kind: 'list',
    hint: 'names with commas',
  },
  {
    path: 'consent.deniedListIsComplete',
    flag: '--denied-list-is-complete <yes|no>',
    variable: 'LOOP_CONSENT_DENIED_LIST_IS_COMPLETE',
    kind: 'switch',
  },
  {
    path: 'minimumAge',
    flag: '--minimum-age <years>',
    variable: 'LOOP_MINIMUM_AGE',
    kind: 'number',
  },
  {
    path: 'guess.timezone',
    flag: '--guess-timezone <yes|no>',
    variable: 'LOOP_GUESS_TIMEZONE',
    kind: 'switch',
  },
  {
    path: 'guess.locale',
    flag: '--guess-locale <yes|no>',
    variable: 'LOOP_GUESS_LOCALE',
    kind: 'switch',
  },
  {
    path: 'sources',
    flag: '--source <parameter=paths>',
    variable: null,
    kind: 'sources',
    hint: 'apps=properties.my_apps; may be given more than once',
  },
  {
    path: 'maxUrlLength',
    flag: '--max-url-length <characters>',
    variable: 'LOOP_MAX_URL_LENGTH',
    kind: 'number',
  },
  {
    path: 'endpoint',
    flag: '--endpoint <url>',
    variable: 'LOOP_ENDPOINT',
    kind: 'text',
  },
  {
    path: 'relay',
    flag: '--relay <url>',
    variable: 'LOOP_RELAY',
    kind: 'text',
  },
];

/**
 * Every setting of the core as flags and variables give it. The flags of the commands, the reading of the environment and
 * the table in the docs are made from it.
 */
export const settingOptions: readonly SettingOption[] = coreOptions.map(({ hint, ...option }) => ({
  ...option,
  description: inHelp(settingWords[option.path].description) + (hint === undefined ? '' : ` (${hint})`),
}));
