import { parameters, type ParameterName } from './table.js';

/** What people read about a parameter. */
interface ParameterWords {
  readonly description: string;
  /** Completes the sentence "It must be …". */
  readonly expects: string;
  /** Label and expectation in Spanish, for the parameters that an event can be invalid for. */
  readonly spanish?: { readonly label: string; readonly expects: string };
}

/** What people read about each parameter. It is for docs, dashboards and sentences, so that no page has to load it. */
const words: { readonly [Name in ParameterName]: ParameterWords } = {
  app: {
    description: 'Package name (Android) or bundle ID (iOS) of the app.',
    expects: 'a package name or bundle ID such as com.example.app, without personal data',
    spanish: {
      label: 'el ID de la app',
      expects: 'un nombre de paquete o bundle ID como com.example.app, sin datos personales',
    },
  },
  appn: {
    description: 'Name of the app, as people know it.',
    expects: 'the name of the app, without personal data',
  },
  apps: {
    description: 'Names of the apps installed on the device: an array, or text with commas.',
    expects: 'an array of names, or names with commas between them',
  },
  ct: {
    description: 'Country of the device, sent as a lower-case ISO 3166-1 alpha-2 code.',
    expects: 'an ISO 3166-1 code (AR, ARG) or a country name in English, Spanish or Portuguese',
    spanish: {
      label: 'el país',
      expects: 'un código ISO 3166-1 (AR, ARG) o el nombre de un país en inglés, español o portugués',
    },
  },
  timezone: {
    description: 'Time zone of the device. The country is guessed from it if no other source names one.',
    expects: 'an IANA time zone of one country, such as America/Bogota',
  },
  locale: {
    description: 'Locale of the device. The country is guessed from its region if no other source names one.',
    expects: 'a locale with a region, such as es-AR',
  },
  device: {
    description: 'Model identifier of the device.',
    expects: 'a model identifier such as Pixel6 or iPhone15,2, without personal data',
    spanish: {
      label: 'el modelo del dispositivo',
      expects: 'un identificador de modelo como Pixel6 o iPhone15,2, sin datos personales',
    },
  },
  et: {
    description: 'Always "custom".',
    expects: '"custom"',
  },
  ip: {
    description: 'IP address of the device, version 4 or 6.',
    expects: 'an IPv4 or IPv6 address',
    spanish: { label: 'la dirección IP', expects: 'una dirección IPv4 o IPv6' },
  },
  lan: {
    description: 'Language of the device, sent as a lower-case ISO 639-1 code.',
    expects: 'a locale or a language code, such as es-AR or es',
  },
  mf: {
    description: 'Manufacturer of the device.',
    expects: 'the name of a manufacturer such as Google, without personal data',
  },
  source_hash: {
    description: 'Authenticates the source. Loop makes one source per platform, so Android and iOS have two.',
    expects: 'the source hash that Loop gave you for this platform',
    spanish: { label: 'el source hash', expects: 'el source hash que Loop te dio para esta plataforma' },
  },
  uid: {
    description: 'Advertising ID of the device: Google’s on Android, IDFA on iOS. Without one the event is skipped.',
    expects: 'an advertising ID of letters, digits, "-" and "_"',
  },
  device_type: {
    description: 'Mobile operating system: Android or iOS. Events of other platforms are skipped.',
    expects: 'android or ios',
    spanish: { label: 'el tipo de dispositivo', expects: 'android o ios' },
  },
  email: {
    description:
      'E-mail address of the person. It is hashed before it leaves; an existing SHA-256 or SHA-512 is passed on.',
    expects: 'an e-mail address, or its SHA-256 or SHA-512 in hex',
  },
  user_id: {
    description: 'User ID of the event. It is used only if it is an e-mail address, and then as the person’s e-mail.',
    expects: 'an e-mail address',
  },
  phone: {
    description:
      'Phone of the person, in international form or in the national form of the event’s country. It is hashed before it leaves.',
    expects: 'a phone with its country code, or in the national form of the country in ct',
  },
  national_id: {
    description: 'National ID of the person (DNI, CPF, RUT, …). Its digits are hashed before they leave.',
    expects: 'a national ID with at least one digit',
  },
  gender: {
    description: 'Gender of the person, sent as F or M.',
    expects: 'a word for female or male in English, Spanish or Portuguese',
  },
  age: {
    description: 'Age of the person in whole years, 0 to 120.',
    expects: 'a whole number from 0 to 120',
  },
  birth_date: {
    description:
      'Date of birth of the person. The year is sent as "born"; the full date, as "date", only if the settings ask for it.',
    expects: 'a date such as 1990-05-31',
  },
  event: {
    description: 'Name of a track event. The key it is sent under is the setting "eventKey".',
    expects: 'text without personal data',
  },
  name: {
    description: 'Name of the screen or page. It is sent under the same key as the name of a track event.',
    expects: 'text without personal data',
  },
  properties: {
    description:
      'Properties of a track, screen or page event. Each one is sent as value[key] unless it is personal data.',
    expects: 'an object',
  },
  traits: {
    description: 'Traits of an identify event. Each one is sent as value[key] unless it is personal data.',
    expects: 'an object',
  },
  device_id: {
    description: 'Device or vendor ID. It is never sent; an advertising ID that equals it is not used.',
    expects: 'text',
  },
  ad_tracking_enabled: {
    description: 'Whether the person allows ad tracking. Anything but a yes skips the event.',
    expects: 'true or false',
  },
  limit_ad_tracking: {
    description: 'Whether the person limits ad tracking. Anything but a no skips the event.',
    expects: 'true or false',
  },
  att_tracking_status: {
    description: 'Status number of App Tracking Transparency, 0 to 3. Only 3 (authorized) lets the event through.',
    expects: '0, 1, 2 or 3',
  },
  tracking_status: {
    description: 'Tracking status by name. Only authorized lets the event through.',
    expects: 'authorized, denied, restricted or notDetermined',
  },
  consent_preferences: {
    description: 'Consent by category, in Segment’s form. Read only if the settings require consent.',
    expects: 'an object such as { "Advertising": true }',
  },
  channel: {
    description: 'Channel of the event. "web" without a device type means a page, and the event is skipped.',
    expects: 'text',
  },
  page: {
    description: 'Page of the event. One without a device type means a website, and the event is skipped.',
    expects: 'an object',
  },
  context: {
    description: 'The context as a whole. Text or a list in its place is noted, because nothing of it can be read.',
    expects: 'an object',
  },
  consent_management: {
    description: 'Consent by category, in RudderStack’s form. Read only if the settings require consent.',
    expects: 'an object with allowedConsentIds and deniedConsentIds',
  },
};

/** One row of the table with its words: what docs, dashboards and Segment's fields are made from. */
export type Parameter = (typeof parameters)[number] & ParameterWords;

/** The table with the words for people. */
export const describedParameters: readonly Parameter[] = parameters.map((row) => ({ ...row, ...words[row.name] }));
