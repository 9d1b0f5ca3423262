// Generated file. DO NOT MODIFY IT BY HAND.

export interface Settings {
  /**
   * The secret that Loop gave you for your Android app. One of the two source hashes is required.
   */
  androidSourceHash?: string;
  /**
   * The secret that Loop gave you for your iOS app. One of the two source hashes is required.
   */
  iosSourceHash?: string;
  /**
   * Hash of e-mail, phone and national ID: sha256, sha512 or both. A value that is a hash already is passed on as it is.
   */
  hash?: string;
  /**
   * Country for events from which none can be read or guessed, such as AR.
   */
  country?: string;
  /**
   * Which properties and traits are sent: "all", "none", or their names with commas between them.
   */
  properties?: string;
  /**
   * Names of properties and traits that are never sent, with commas between them.
   */
  exclude?: string;
  /**
   * Names of properties and traits that are sent although they look like personal data, with commas between them. A raw e-mail address is never sent.
   */
  allow?: string;
  /**
   * Consent categories that an event must grant, all of them, with commas between them, such as Advertising. Without any, consent is not checked.
   */
  consentCategories?: string;
  /**
   * Whether the full date of birth is sent too. The year of birth always is.
   */
  fullBirthDate?: boolean;
  /**
   * Package name or bundle ID for events that carry none.
   */
  appId?: string;
  /**
   * Name of the app for events that carry none.
   */
  appName?: string;
  /**
   * Device model for events that carry none.
   */
  deviceModel?: string;
  /**
   * URL of Loop’s Mobile API. Leave it empty unless Loop gave you another one.
   */
  endpoint?: string;
}
