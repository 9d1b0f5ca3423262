// Generated file. DO NOT MODIFY IT BY HAND.

export interface Settings {
  /**
   * The secret that Loop gave you for your Android app. Loop makes one source per platform. One of the two source hashes is required.
   */
  androidSourceHash?: string;
  /**
   * The secret that Loop gave you for your iOS app. Loop makes one source per platform. One of the two source hashes is required.
   */
  iosSourceHash?: string;
  /**
   * Hash of e-mail, phone and national ID: sha256, sha512 or both. A value that is a hash already is passed on as it is.
   */
  hash?: string;
  /**
   * Whether the hash of the e-mail address is sent.
   */
  identifyByEmail?: boolean;
  /**
   * Whether the hash of the phone is sent.
   */
  identifyByPhone?: boolean;
  /**
   * Whether the hash of the national ID is sent.
   */
  identifyByNationalId?: boolean;
  /**
   * Country of your users, such as AR. It is used for events that do not carry one, before any guess.
   */
  country?: string;
  /**
   * Country for events from which none can be read or guessed, such as AR.
   */
  fallbackCountry?: string;
  /**
   * Whether the country may be guessed from the time zone, if nothing else names one.
   */
  guessTimezone?: boolean;
  /**
   * Whether the country may be guessed from the region of the locale, if nothing else names one.
   */
  guessLocale?: boolean;
  /**
   * Which properties and traits are sent: all, none, or those whose names are listed. Put commas between names.
   */
  properties?: string;
  /**
   * Names of properties and traits that are never sent. Put commas between names.
   */
  exclude?: string;
  /**
   * Names of properties and traits that are sent although they look like personal data. A raw e-mail address is never sent. Put commas between names.
   */
  allow?: string;
  /**
   * Key under which the name of the event, screen or page is sent: value[event]. null sends no name. For null, write none.
   */
  eventKey?: string;
  /**
   * Consent categories that an event must grant, all of them, such as Advertising. Without any, consent is not checked. Put commas between names.
   */
  consentCategories?: string;
  /**
   * Whether a category that is not on an event’s list of denied ones was granted. RudderStack’s mobile SDKs send that list alone. An event without such a list grants nothing.
   */
  deniedListIsComplete?: boolean;
  /**
   * People who are known to be younger are not sent. In years; 0 sends everybody.
   */
  minimumAge?: number;
  /**
   * Whether the full date of birth is sent too, as value[date]. The year of birth always is.
   */
  fullBirthDate?: boolean;
  /**
   * Package name or bundle ID of the app, such as com.example.app, for events that do not carry one.
   */
  appId?: string;
  /**
   * Name of the app, for events that do not carry one.
   */
  appName?: string;
  /**
   * Device model, such as Pixel6, for events that do not carry one.
   */
  deviceModel?: string;
  /**
   * Longest URL in characters. Over it, installed apps and properties are cut from the end.
   */
  maxUrlLength?: number;
  /**
   * URL of Loop’s Mobile API, or of the sandbox that stands in for it. Leave it out unless Loop gave you another one.
   */
  endpoint?: string;
}
