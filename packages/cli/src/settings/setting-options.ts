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

/**
 * Every setting that a flag or a variable can give. The flags of the commands,
 * the reading of the environment and the table in the docs are made from it.
 */
export const settingOptions: readonly SettingOption[] = [
  {
    path: 'sourceHash',
    flag: '--source-hash <hash>',
    variable: 'LOOP_SOURCE_HASH',
    kind: 'text',
    description: 'source hash of Loop, for both platforms (the variable keeps it out of the shell history)',
  },
  {
    path: 'sourceHash.android',
    flag: '--source-hash-android <hash>',
    variable: 'LOOP_SOURCE_HASH_ANDROID',
    kind: 'text',
    description: 'source hash of the Android source',
  },
  {
    path: 'sourceHash.ios',
    flag: '--source-hash-ios <hash>',
    variable: 'LOOP_SOURCE_HASH_IOS',
    kind: 'text',
    description: 'source hash of the iOS source',
  },
  {
    path: 'app.id',
    flag: '--app-id <id>',
    variable: 'LOOP_APP_ID',
    kind: 'text',
    description: 'package name or bundle ID, for events without one',
  },
  {
    path: 'app.name',
    flag: '--app-name <name>',
    variable: 'LOOP_APP_NAME',
    kind: 'text',
    description: 'name of the app, for events without one',
  },
  {
    path: 'country',
    flag: '--country <country>',
    variable: 'LOOP_COUNTRY',
    kind: 'text',
    description: 'country of your users, for events that do not tell it: AR, ARG, Argentina',
  },
  {
    path: 'fallbackCountry',
    flag: '--fallback-country <country>',
    variable: 'LOOP_FALLBACK_COUNTRY',
    kind: 'text',
    description: 'country for events from which none can be read or guessed',
  },
  {
    path: 'device.model',
    flag: '--device-model <model>',
    variable: 'LOOP_DEVICE_MODEL',
    kind: 'text',
    description: 'device model, for events without one',
  },
  {
    path: 'hash',
    flag: '--hash <which>',
    variable: 'LOOP_HASH',
    kind: 'text',
    description: 'hash of e-mail, phone and national ID: sha256, sha512 or both',
  },
  {
    path: 'identifiers.email',
    flag: '--identify-by-email <yes|no>',
    variable: 'LOOP_IDENTIFY_BY_EMAIL',
    kind: 'switch',
    description: 'send the hash of the e-mail address',
  },
  {
    path: 'identifiers.phone',
    flag: '--identify-by-phone <yes|no>',
    variable: 'LOOP_IDENTIFY_BY_PHONE',
    kind: 'switch',
    description: 'send the hash of the phone',
  },
  {
    path: 'identifiers.nationalId',
    flag: '--identify-by-national-id <yes|no>',
    variable: 'LOOP_IDENTIFY_BY_NATIONAL_ID',
    kind: 'switch',
    description: 'send the hash of the national ID',
  },
  {
    path: 'properties',
    flag: '--properties <names>',
    variable: 'LOOP_PROPERTIES',
    kind: 'listOrWord',
    description: 'properties and traits to send: all, none, or names with commas',
  },
  {
    path: 'exclude',
    flag: '--exclude <names>',
    variable: 'LOOP_EXCLUDE',
    kind: 'list',
    description: 'properties and traits never to send',
  },
  {
    path: 'allow',
    flag: '--allow <names>',
    variable: 'LOOP_ALLOW',
    kind: 'list',
    description: 'properties and traits to send although they look like personal data',
  },
  {
    path: 'eventKey',
    flag: '--event-key <key>',
    variable: 'LOOP_EVENT_KEY',
    kind: 'textOrNone',
    description: "key of the event's name, value[event] by default; none sends no name",
  },
  {
    path: 'demographics.fullBirthDate',
    flag: '--full-birth-date <yes|no>',
    variable: 'LOOP_FULL_BIRTH_DATE',
    kind: 'switch',
    description: 'send the full date of birth too',
  },
  {
    path: 'consent.required',
    flag: '--consent <categories>',
    variable: 'LOOP_CONSENT_REQUIRED',
    kind: 'list',
    description: 'consent categories that an event must grant',
  },
  {
    path: 'consent.deniedListIsComplete',
    flag: '--denied-list-is-complete <yes|no>',
    variable: 'LOOP_CONSENT_DENIED_LIST_IS_COMPLETE',
    kind: 'switch',
    description: 'a category that is not on a list of denied ones was granted',
  },
  {
    path: 'minimumAge',
    flag: '--minimum-age <years>',
    variable: 'LOOP_MINIMUM_AGE',
    kind: 'number',
    description: 'people who are known to be younger are not sent; 0 sends everybody',
  },
  {
    path: 'guess.timezone',
    flag: '--guess-timezone <yes|no>',
    variable: 'LOOP_GUESS_TIMEZONE',
    kind: 'switch',
    description: 'guess the country from the time zone',
  },
  {
    path: 'guess.locale',
    flag: '--guess-locale <yes|no>',
    variable: 'LOOP_GUESS_LOCALE',
    kind: 'switch',
    description: 'guess the country from the region of the locale',
  },
  {
    path: 'sources',
    flag: '--source <parameter=paths>',
    variable: null,
    kind: 'sources',
    description: "paths that replace a parameter's own: apps=properties.my_apps (may be given more than once)",
  },
  {
    path: 'maxUrlLength',
    flag: '--max-url-length <characters>',
    variable: 'LOOP_MAX_URL_LENGTH',
    kind: 'number',
    description: 'longest URL, in characters',
  },
  {
    path: 'endpoint',
    flag: '--endpoint <url>',
    variable: 'LOOP_ENDPOINT',
    kind: 'text',
    description: "another endpoint than Loop's, such as the sandbox",
  },
  {
    path: 'relay',
    flag: '--relay <url>',
    variable: 'LOOP_RELAY',
    kind: 'text',
    description: 'relay to send to, which fills in source hash and IP address',
  },
];
