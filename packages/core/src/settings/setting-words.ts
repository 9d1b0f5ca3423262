/** One setting in words. */
export interface SettingWords {
  /** A label, for forms. */
  readonly title: string;
  /** What it is for, in sentences that stand by themselves: docs, forms, flags and editors show them. */
  readonly description: string;
}

/**
 * What people read about each setting, by its path. It is a table of its own, so that no page has to load it. Whoever
 * shows settings takes the words from here: the docs, the JSON Schema, an editor, the dashboards, the flags' help.
 */
export const settingWords = {
  sourceHash: {
    title: 'Source hash',
    description:
      'The secret that Loop gave you: one text, or { "android": "…", "ios": "…" }, because Loop makes one source per platform.',
  },
  'sourceHash.android': {
    title: 'Source hash for Android',
    description: 'The secret that Loop gave you for your Android app. Loop makes one source per platform.',
  },
  'sourceHash.ios': {
    title: 'Source hash for iOS',
    description: 'The secret that Loop gave you for your iOS app. Loop makes one source per platform.',
  },
  app: { title: 'App', description: 'ID and name of the app, for events that do not carry them.' },
  'app.id': {
    title: 'App ID',
    description: 'Package name or bundle ID of the app, such as com.example.app, for events that do not carry one.',
  },
  'app.name': { title: 'App name', description: 'Name of the app, for events that do not carry one.' },
  country: {
    title: 'Country',
    description: 'Country of your users, such as AR. It is used for events that do not carry one, before any guess.',
  },
  fallbackCountry: {
    title: 'Fallback country',
    description: 'Country for events from which none can be read or guessed, such as AR.',
  },
  device: { title: 'Device', description: 'Device model for events that do not carry one.' },
  'device.model': {
    title: 'Device model',
    description: 'Device model, such as Pixel6, for events that do not carry one.',
  },
  hash: {
    title: 'Hash algorithm',
    description:
      'Hash of e-mail, phone and national ID: sha256, sha512 or both. A value that is a hash already is passed on as it is.',
  },
  identifiers: {
    title: 'Identifiers',
    description: 'Which of e-mail, phone and national ID are hashed and sent. What is switched off is never sent.',
  },
  'identifiers.email': {
    title: 'Send the hash of the e-mail address',
    description: 'Whether the hash of the e-mail address is sent.',
  },
  'identifiers.phone': {
    title: 'Send the hash of the phone',
    description: 'Whether the hash of the phone is sent.',
  },
  'identifiers.nationalId': {
    title: 'Send the hash of the national ID',
    description: 'Whether the hash of the national ID is sent.',
  },
  properties: {
    title: 'Properties to send',
    description: 'Which properties and traits are sent: all, none, or those whose names are listed.',
  },
  exclude: { title: 'Properties never to send', description: 'Names of properties and traits that are never sent.' },
  allow: {
    title: 'Properties that are not personal',
    description:
      'Names of properties and traits that are sent although they look like personal data. A raw e-mail address is never sent.',
  },
  eventKey: {
    title: 'Key of the event’s name',
    description: 'Key under which the name of the event, screen or page is sent: value[event]. null sends no name.',
  },
  demographics: {
    title: 'Demographics',
    description: 'Whether the full date of birth is sent too, as value[date]. The year of birth always is.',
  },
  'demographics.fullBirthDate': {
    title: 'Send the full date of birth',
    description: 'Whether the full date of birth is sent too, as value[date]. The year of birth always is.',
  },
  consent: {
    title: 'Consent',
    description: 'What an event must say about the person’s consent. Without any category, consent is not checked.',
  },
  'consent.required': {
    title: 'Required consent categories',
    description:
      'Consent categories that an event must grant, all of them, such as Advertising. Without any, consent is not checked.',
  },
  'consent.deniedListIsComplete': {
    title: 'A category that is not denied is granted',
    description:
      'Whether a category that is not on an event’s list of denied ones was granted. RudderStack’s mobile SDKs send that list alone. An event without such a list grants nothing.',
  },
  minimumAge: {
    title: 'Minimum age',
    description: 'People who are known to be younger are not sent. In years; 0 sends everybody.',
  },
  guess: {
    title: 'Guess',
    description: 'Whether the country may be guessed from the time zone and from the region of the locale.',
  },
  'guess.timezone': {
    title: 'Guess the country from the time zone',
    description: 'Whether the country may be guessed from the time zone, if nothing else names one.',
  },
  'guess.locale': {
    title: 'Guess the country from the locale',
    description: 'Whether the country may be guessed from the region of the locale, if nothing else names one.',
  },
  sources: {
    title: 'Sources of parameters',
    description:
      'Paths into the event, per parameter, in place of the built-in ones: { "apps": ["properties.my_apps"] }. They are tried in their order.',
  },
  maxUrlLength: {
    title: 'Longest URL',
    description: 'Longest URL in characters. Over it, installed apps and properties are cut from the end.',
  },
  endpoint: {
    title: 'Endpoint',
    description:
      'URL of Loop’s Mobile API, or of the sandbox that stands in for it. Leave it out unless Loop gave you another one.',
  },
  relay: {
    title: 'Relay',
    description: 'URL of your relay. Events go there without source hash and IP address, which the relay fills in.',
  },
} as const satisfies Readonly<Record<string, SettingWords>>;
