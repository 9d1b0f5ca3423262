// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * Package name (Android) or bundle ID (iOS) of the app. Required by Loop.
   */
  app?: string;
  /**
   * Name of the app, as people know it.
   */
  appn?: string;
  /**
   * Names of the apps installed on the device: an array, or text with commas.
   */
  apps?: string[];
  /**
   * Country of the device, sent as a lower-case ISO 3166-1 alpha-2 code. Required by Loop. Of the values here, the first usable one counts.
   */
  ct?: {
    [k: string]: unknown;
  };
  /**
   * Time zone of the device. The country is guessed from it if no other source names one.
   */
  timezone?: string;
  /**
   * Locale of the device. The country is guessed from its region if no other source names one.
   */
  locale?: string;
  /**
   * Model identifier of the device. Required by Loop.
   */
  device?: string;
  /**
   * IP address of the device, version 4 or 6. Required by Loop.
   */
  ip?: string;
  /**
   * Language of the device, sent as a lower-case ISO 639-1 code.
   */
  lan?: string;
  /**
   * Manufacturer of the device.
   */
  mf?: string;
  /**
   * Advertising ID of the device: Google’s on Android, IDFA on iOS. Without one the event is skipped. Required by Loop. Of the values here, the first usable one counts.
   */
  uid?: {
    [k: string]: unknown;
  };
  /**
   * Mobile operating system: Android or iOS. Events of other platforms are skipped. Required by Loop.
   */
  device_type?: string;
  /**
   * E-mail address of the person. It is hashed before it leaves; an existing SHA-256 or SHA-512 is passed on. Of the values here, the first usable one counts.
   */
  email?: {
    [k: string]: unknown;
  };
  /**
   * User ID of the event. It is used only if it is an e-mail address, and then as the person’s e-mail.
   */
  user_id?: string;
  /**
   * Phone of the person, in international form or in the national form of the event’s country. It is hashed before it leaves. Of the values here, the first usable one counts.
   */
  phone?: {
    [k: string]: unknown;
  };
  /**
   * National ID of the person (DNI, CPF, RUT, …). Its digits are hashed before they leave. Of the values here, the first usable one counts.
   */
  national_id?: {
    [k: string]: unknown;
  };
  /**
   * Gender of the person, sent as F or M.
   */
  gender?: string;
  /**
   * Age of the person in whole years, 0 to 120.
   */
  age?: string;
  /**
   * Date of birth of the person. The year is sent as "born"; the full date, as "date", only if the settings ask for it. Of the values here, the first usable one counts.
   */
  birth_date?: {
    [k: string]: unknown;
  };
  /**
   * Traits of an identify event. Each one is sent as value[key] unless it is personal data.
   */
  traits?: {
    [k: string]: unknown;
  };
  /**
   * Device or vendor ID. It is never sent; an advertising ID that equals it is not used.
   */
  device_id?: string;
  /**
   * Whether the person allows ad tracking. If false, the event is skipped.
   */
  ad_tracking_enabled?: string;
  /**
   * Status number of App Tracking Transparency, 0 to 3. Only 3 (authorized) lets the event through.
   */
  att_tracking_status?: string;
  /**
   * Tracking status by name. The event is skipped for denied, restricted and notDetermined.
   */
  tracking_status?: string;
  /**
   * Consent by category, in Segment’s form. Read only if the settings require consent.
   */
  consent_preferences?: {
    [k: string]: unknown;
  };
  /**
   * Consent by category, in RudderStack’s form. Read only if the settings require consent.
   */
  consent_management?: {
    [k: string]: unknown;
  };
  /**
   * Segment hands over several events at once. Loop takes one request per event, so the number of requests stays the same.
   */
  enable_batching?: boolean;
  /**
   * Most events in one batch.
   */
  batch_size?: number;
}
