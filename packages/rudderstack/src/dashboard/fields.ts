import { settingWords } from '@loop-adapters/core/setting-words';

/**
 * How a field looks in RudderStack's dashboard, and how its value reads as a setting:
 *
 * - `secret`, `text`: a text; empty is absent.
 * - `number`: digits in a text; empty is absent.
 * - `toggle`: true or false.
 * - `offIsNull`: a switch that turns the setting off by `null`.
 * - `choice`: one of a list. A choice that is in `handledBy` says nothing itself: the field named there does.
 * - `names`: a list of names, `[{ <itemKey>: name }]`.
 * - `sources`: a table of parameter and path, `[{ from: parameter, to: path }]`; several rows of a parameter keep their order.
 */
type FieldKind = 'secret' | 'text' | 'number' | 'toggle' | 'offIsNull' | 'choice' | 'names' | 'sources';

/** The parts of the dashboard's form, in its order. */
export const sections = {
  connection: { title: 'Connection settings', note: 'The source hashes that Loop gave you' },
  defaults: { title: 'For events that do not say', note: 'Used when an event does not carry the value itself' },
  data: { title: 'What is sent', note: 'Choose which properties and traits go to Loop' },
  privacy: { title: 'Privacy', note: 'Who may be sent, and how much of what is known about a person' },
  advanced: { title: 'Advanced', note: 'You rarely need these' },
} as const;

export interface Field {
  /** Its name in `destination.Config`. */
  readonly key: string;
  /** The setting of the core that it sets, as a path: `app.id`. */
  readonly setting: string;
  readonly kind: FieldKind;
  readonly section: keyof typeof sections;
  readonly label: string;
  /** Said below the label, where the setting's own description is not about this field. */
  readonly note?: string;
  readonly placeholder?: string;
  /** For `names`: the key of each item. */
  readonly itemKey?: string;
  /** For `choice`: what the form calls each choice. */
  readonly choices?: Readonly<Record<string, string>>;
  /** For `choice`: choices besides the setting's own, and the field that then holds the value. */
  readonly handledBy?: Readonly<Record<string, string>>;
  /** The field counts only while another has this value. */
  readonly when?: { readonly key: string; readonly value: string | boolean };
}

/** A field as it is written down. */
interface Row extends Omit<Field, 'label' | 'setting'> {
  readonly setting: keyof typeof settingWords;
  /** Only where the words of the setting are not about this field. */
  readonly label?: string;
}

/**
 * The table: every field of the destination's form. The dashboard's three files and the reading of
 * `destination.Config` are made from it, with limits, choices, defaults and descriptions of the core's settings.
 */
const rows: readonly Row[] = [
  {
    key: 'sourceHashAndroid',
    setting: 'sourceHash.android',
    kind: 'secret',
    section: 'connection',
    placeholder: 'e.g: XYZ123',
  },
  {
    key: 'sourceHashIos',
    setting: 'sourceHash.ios',
    kind: 'secret',
    section: 'connection',
    placeholder: 'e.g: XYZ123',
  },
  {
    key: 'appId',
    setting: 'app.id',
    kind: 'text',
    section: 'defaults',
    placeholder: 'e.g: com.example.app',
  },
  {
    key: 'appName',
    setting: 'app.name',
    kind: 'text',
    section: 'defaults',
    placeholder: 'e.g: Example App',
  },
  { key: 'country', setting: 'country', kind: 'text', section: 'defaults', placeholder: 'e.g: AR' },
  {
    key: 'fallbackCountry',
    setting: 'fallbackCountry',
    kind: 'text',
    section: 'defaults',
    placeholder: 'e.g: AR',
  },
  {
    key: 'deviceModel',
    setting: 'device.model',
    kind: 'text',
    section: 'defaults',
    placeholder: 'e.g: Pixel6',
  },
  {
    key: 'guessTimezone',
    setting: 'guess.timezone',
    kind: 'toggle',
    section: 'defaults',
  },
  {
    key: 'guessLocale',
    setting: 'guess.locale',
    kind: 'toggle',
    section: 'defaults',
  },
  {
    key: 'properties',
    setting: 'properties',
    kind: 'choice',
    section: 'data',
    label: 'Properties and traits to send',
    choices: { all: 'All', none: 'None', listed: 'Only the ones that I name' },
    handledBy: { listed: 'propertyNames' },
  },
  {
    key: 'propertyNames',
    setting: 'properties',
    kind: 'names',
    section: 'data',
    label: 'Names of the properties and traits to send',
    note: 'Press Enter after each name.',
    placeholder: 'e.g: category',
    itemKey: 'propertyName',
    when: { key: 'properties', value: 'listed' },
  },
  {
    key: 'exclude',
    setting: 'exclude',
    kind: 'names',
    section: 'data',
    placeholder: 'e.g: internal_id',
    itemKey: 'excludedName',
  },
  {
    key: 'eventKey',
    setting: 'eventKey',
    kind: 'text',
    section: 'data',
    placeholder: 'e.g: event',
    when: { key: 'sendEventName', value: true },
  },
  {
    key: 'sendEventName',
    setting: 'eventKey',
    kind: 'offIsNull',
    section: 'data',
    label: 'Send the event’s name',
    note: 'Of a track call; for screen and page the name of the screen or page.',
  },
  {
    key: 'hash',
    setting: 'hash',
    kind: 'choice',
    section: 'privacy',
    choices: { sha256: 'SHA-256', sha512: 'SHA-512', both: 'Both' },
  },
  {
    key: 'identifyByEmail',
    setting: 'identifiers.email',
    kind: 'toggle',
    section: 'privacy',
  },
  {
    key: 'identifyByPhone',
    setting: 'identifiers.phone',
    kind: 'toggle',
    section: 'privacy',
  },
  {
    key: 'identifyByNationalId',
    setting: 'identifiers.nationalId',
    kind: 'toggle',
    section: 'privacy',
  },
  {
    key: 'consentRequired',
    setting: 'consent.required',
    kind: 'names',
    section: 'privacy',
    placeholder: 'e.g: Advertising',
    itemKey: 'consentCategory',
  },
  {
    key: 'deniedListIsComplete',
    setting: 'consent.deniedListIsComplete',
    kind: 'toggle',
    section: 'privacy',
  },
  {
    key: 'minimumAge',
    setting: 'minimumAge',
    kind: 'number',
    section: 'privacy',
    placeholder: 'e.g: 13',
  },
  {
    key: 'fullBirthDate',
    setting: 'demographics.fullBirthDate',
    kind: 'toggle',
    section: 'privacy',
  },
  {
    key: 'allow',
    setting: 'allow',
    kind: 'names',
    section: 'privacy',
    placeholder: 'e.g: card_color',
    itemKey: 'allowedName',
  },
  {
    key: 'sources',
    setting: 'sources',
    kind: 'sources',
    section: 'advanced',
    placeholder: 'e.g: properties.my_apps',
  },
  {
    key: 'maxUrlLength',
    setting: 'maxUrlLength',
    kind: 'number',
    section: 'advanced',
    placeholder: 'e.g: 8000',
  },
  {
    key: 'endpoint',
    setting: 'endpoint',
    kind: 'text',
    section: 'advanced',
    placeholder: 'e.g: https://api.retargetly.com/mobile',
  },
  {
    key: 'relay',
    setting: 'relay',
    kind: 'text',
    section: 'advanced',
    placeholder: 'e.g: https://loop.example.com/mobile',
  },
];

/** The fields with their labels: the setting's own words, where the form does not need others. */
export const fields: readonly Field[] = rows.map(({ label, ...row }) => ({
  ...row,
  label: label ?? settingWords[row.setting].title,
}));
