// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The event from which Loop’s parameters are read: app, device, advertising ID, IP address, country, language, consent. Leave it as it is, unless the other fields hold all of that.
   */
  whole_event?: {
    [k: string]: unknown;
  };
  /**
   * The person: e-mail, phone and national ID, which are sent as hashes only, gender, age and year of birth. An identify call also sends its other traits, if nothing personal is in them. Clear this field, and nothing of a person is sent.
   */
  traits?: {
    [k: string]: unknown;
  };
  /**
   * Package name (Android) or bundle ID (iOS) of the app. Leave it empty to take it from the event.
   */
  app?: string;
  /**
   * Name of the app, as people know it. Leave it empty to take it from the event.
   */
  appn?: string;
  /**
   * Names of the apps installed on the device: an array, or text with commas. Leave it empty to take it from the event.
   */
  apps?: string[];
  /**
   * Country of the device, sent as a lower-case ISO 3166-1 alpha-2 code. Leave it empty to take it from the event.
   */
  ct?: string;
  /**
   * Model identifier of the device. Leave it empty to take it from the event.
   */
  device?: string;
  /**
   * IP address of the device, version 4 or 6. Leave it empty to take it from the event.
   */
  ip?: string;
  /**
   * Language of the device, sent as a lower-case ISO 639-1 code. Leave it empty to take it from the event.
   */
  lan?: string;
  /**
   * Manufacturer of the device. Leave it empty to take it from the event.
   */
  mf?: string;
  /**
   * Advertising ID of the device: Google’s on Android, IDFA on iOS. Without one the event is skipped. Leave it empty to take it from the event.
   */
  uid?: string;
  /**
   * Mobile operating system: Android or iOS. Events of other platforms are skipped. Leave it empty to take it from the event.
   */
  device_type?: string;
  /**
   * E-mail address of the person. It is hashed before it leaves; an existing SHA-256 or SHA-512 is passed on. Leave it empty to take it from the event.
   */
  email?: string;
  /**
   * Phone of the person, in international form or in the national form of the event’s country. It is hashed before it leaves. Leave it empty to take it from the event.
   */
  phone?: string;
  /**
   * National ID of the person (DNI, CPF, RUT, …). Its digits are hashed before they leave. Leave it empty to take it from the event.
   */
  national_id?: string;
  /**
   * Segment hands over several events at once. Loop takes one request per event, so the number of requests stays the same.
   */
  enable_batching?: boolean;
  /**
   * Most events in one batch.
   */
  batch_size?: number;
}
