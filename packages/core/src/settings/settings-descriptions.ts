import type { Settings } from './settings.js';

/** One setting in words. */
export interface SettingDescription {
  readonly title: string;
  readonly description: string;
}

/** What people read about the settings. It is for the JSON Schema and the docs alone, so that no page has to load it. */
export const settingsDescriptions: Readonly<Record<keyof Settings, SettingDescription>> = {
  sourceHash: {
    title: 'Source hash',
    description:
      'The secret that Loop gave you: one text, or { "android": "…", "ios": "…" }, because Loop makes one source per platform.',
  },
  app: { title: 'App', description: 'ID and name of the app, for events that do not carry them.' },
  country: {
    title: 'Country',
    description: 'Country of your users. It is used for events that do not carry one, before any guess.',
  },
  fallbackCountry: {
    title: 'Fallback country',
    description: 'Country for events from which none can be read or guessed.',
  },
  device: { title: 'Device', description: 'Device model for events that do not carry one.' },
  hash: {
    title: 'Hash',
    description: 'Hash of e-mail, phone and national ID. A value that is a hash already is passed on as it is.',
  },
  identifiers: {
    title: 'Identifiers',
    description: 'Which of e-mail, phone and national ID are hashed and sent. What is switched off is never sent.',
  },
  properties: {
    title: 'Properties',
    description: 'Which properties and traits are sent: "all", "none", or a list of names.',
  },
  exclude: { title: 'Exclude', description: 'Names of properties and traits that are never sent.' },
  allow: {
    title: 'Allow',
    description:
      'Names of properties and traits that are sent although they look like personal data. A raw e-mail address is never sent.',
  },
  eventKey: {
    title: 'Event key',
    description: 'Key under which the name of the event, screen or page is sent: value[event]. null sends no name.',
  },
  demographics: {
    title: 'Demographics',
    description: 'Whether the full date of birth is sent too, as value[date]. The year of birth always is.',
  },
  consent: {
    title: 'Consent',
    description:
      'Consent categories that an event must grant, all of them; without any, consent is not checked. And whether a category that is missing in a list of denied ones was granted.',
  },
  minimumAge: {
    title: 'Minimum age',
    description: 'People who are known to be younger are not sent. In years; 0 sends everybody.',
  },
  guess: {
    title: 'Guess',
    description: 'Whether the country may be guessed from the time zone and from the region of the locale.',
  },
  sources: {
    title: 'Sources',
    description: 'Paths into the event, per parameter, that replace the built-in ones.',
  },
  maxUrlLength: {
    title: 'Longest URL',
    description: 'Longest URL in characters. Over it, installed apps and properties are cut from the end.',
  },
  endpoint: {
    title: 'Endpoint',
    description: 'URL of Loop’s Mobile API, or of the sandbox that stands in for it.',
  },
  relay: {
    title: 'Relay',
    description: 'URL of your relay. Events go there without source hash and IP address, which the relay fills in.',
  },
};
