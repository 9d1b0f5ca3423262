/** Made by `npm run generate` from the forms of the settings. */
import type { SourceHashes } from '../../request/source-hash.js';

/** The settings as a user writes them: all are optional. */
export interface SettingsInput {
  /**
   * The secret that Loop gave you: one text, or { "android": "…", "ios": "…" }, because Loop makes one source per
   * platform.
   */
  readonly sourceHash?:
    | string
    | {
        /** The secret that Loop gave you for your Android app. Loop makes one source per platform. */
        readonly android?: string | undefined;
        /** The secret that Loop gave you for your iOS app. Loop makes one source per platform. */
        readonly ios?: string | undefined;
      }
    | undefined;
  /** ID and name of the app, for events that do not carry them. */
  readonly app?:
    | {
        /** Package name or bundle ID of the app, such as com.example.app, for events that do not carry one. */
        readonly id?: string | undefined;
        /** Name of the app, for events that do not carry one. */
        readonly name?: string | undefined;
      }
    | undefined;
  /** Country of your users, such as AR. It is used for events that do not carry one, before any guess. */
  readonly country?: string | undefined;
  /** Country for events from which none can be read or guessed, such as AR. */
  readonly fallbackCountry?: string | undefined;
  /** Device model for events that do not carry one. */
  readonly device?:
    | {
        /** Device model, such as Pixel6, for events that do not carry one. */
        readonly model?: string | undefined;
      }
    | undefined;
  /**
   * Hash of e-mail, phone and national ID: sha256, sha512 or both. A value that is a hash already is passed on as
   * it is.
   * @default "sha256"
   */
  readonly hash?: 'sha256' | 'sha512' | 'both' | undefined;
  /** Which of e-mail, phone and national ID are hashed and sent. What is switched off is never sent. */
  readonly identifiers?:
    | {
        /**
         * Whether the hash of the e-mail address is sent.
         * @default true
         */
        readonly email?: boolean | undefined;
        /**
         * Whether the hash of the phone is sent.
         * @default true
         */
        readonly phone?: boolean | undefined;
        /**
         * Whether the hash of the national ID is sent.
         * @default true
         */
        readonly nationalId?: boolean | undefined;
      }
    | undefined;
  /**
   * Which properties and traits are sent: all, none, or those whose names are listed.
   * @default "all"
   */
  readonly properties?: 'all' | 'none' | readonly string[] | undefined;
  /** Names of properties and traits that are never sent. */
  readonly exclude?: readonly string[] | undefined;
  /**
   * Names of properties and traits that are sent although they look like personal data. A raw e-mail address is
   * never sent.
   */
  readonly allow?: readonly string[] | undefined;
  /**
   * Key under which the name of the event, screen or page is sent: value[event]. null sends no name.
   * @default "event"
   */
  readonly eventKey?: string | null | undefined;
  /** Whether the full date of birth is sent too, as value[date]. The year of birth always is. */
  readonly demographics?:
    | {
        /**
         * Whether the full date of birth is sent too, as value[date]. The year of birth always is.
         * @default false
         */
        readonly fullBirthDate?: boolean | undefined;
      }
    | undefined;
  /** What an event must say about the person’s consent. Without any category, consent is not checked. */
  readonly consent?:
    | {
        /**
         * Consent categories that an event must grant, all of them, such as Advertising. Without any, consent is not
         * checked.
         */
        readonly required?: readonly string[] | undefined;
        /**
         * Whether a category that is not on an event’s list of denied ones was granted. RudderStack’s mobile SDKs send
         * that list alone. An event without such a list grants nothing.
         * @default false
         */
        readonly deniedListIsComplete?: boolean | undefined;
      }
    | undefined;
  /**
   * People who are known to be younger are not sent. In years; 0 sends everybody.
   * @default 13
   */
  readonly minimumAge?: number | undefined;
  /** Whether the country may be guessed from the time zone and from the region of the locale. */
  readonly guess?:
    | {
        /**
         * Whether the country may be guessed from the time zone, if nothing else names one.
         * @default true
         */
        readonly timezone?: boolean | undefined;
        /**
         * Whether the country may be guessed from the region of the locale, if nothing else names one.
         * @default true
         */
        readonly locale?: boolean | undefined;
      }
    | undefined;
  /**
   * Paths into the event, per parameter, in place of the built-in ones: { "apps": ["properties.my_apps"] }. They
   * are tried in their order.
   */
  readonly sources?:
    | {
        /** Paths in place of the built-in ones of the parameter app (App ID). */
        readonly app?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter appn (App name). */
        readonly appn?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter apps (Installed apps). */
        readonly apps?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter ct (Country). */
        readonly ct?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter device (Device model). */
        readonly device?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter ip (IP address). */
        readonly ip?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter lan (Language). */
        readonly lan?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter mf (Manufacturer). */
        readonly mf?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter uid (Advertising ID). */
        readonly uid?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter device_type (Device type). */
        readonly device_type?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter email (E-mail). */
        readonly email?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter phone (Phone). */
        readonly phone?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter national_id (National ID). */
        readonly national_id?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter gender (Gender). */
        readonly gender?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter age (Age). */
        readonly age?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter birth_date (Date of birth). */
        readonly birth_date?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter event (Event name). */
        readonly event?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter name (Screen or page name). */
        readonly name?: readonly string[] | undefined;
      }
    | undefined;
  /**
   * Longest URL in characters. Over it, installed apps and properties are cut from the end.
   * @default 8000
   */
  readonly maxUrlLength?: number | undefined;
  /**
   * URL of Loop’s Mobile API, or of the sandbox that stands in for it. Leave it out unless Loop gave you another
   * one.
   * @default "https://api.retargetly.com/mobile"
   */
  readonly endpoint?: string | undefined;
  /** URL of your relay. Events go there without source hash and IP address, which the relay fills in. */
  readonly relay?: string | undefined;
}

/** The settings as the core uses them, with every default in place, and the source hashes by platform. */
export interface Settings {
  /**
   * The secret that Loop gave you: one text, or { "android": "…", "ios": "…" }, because Loop makes one source per
   * platform.
   */
  readonly sourceHash: SourceHashes;
  /** ID and name of the app, for events that do not carry them. */
  readonly app: {
    /** Package name or bundle ID of the app, such as com.example.app, for events that do not carry one. */
    readonly id?: string | undefined;
    /** Name of the app, for events that do not carry one. */
    readonly name?: string | undefined;
  };
  /** Country of your users, such as AR. It is used for events that do not carry one, before any guess. */
  readonly country?: string | undefined;
  /** Country for events from which none can be read or guessed, such as AR. */
  readonly fallbackCountry?: string | undefined;
  /** Device model for events that do not carry one. */
  readonly device: {
    /** Device model, such as Pixel6, for events that do not carry one. */
    readonly model?: string | undefined;
  };
  /**
   * Hash of e-mail, phone and national ID: sha256, sha512 or both. A value that is a hash already is passed on as
   * it is.
   * @default "sha256"
   */
  readonly hash: 'sha256' | 'sha512' | 'both';
  /** Which of e-mail, phone and national ID are hashed and sent. What is switched off is never sent. */
  readonly identifiers: {
    /**
     * Whether the hash of the e-mail address is sent.
     * @default true
     */
    readonly email: boolean;
    /**
     * Whether the hash of the phone is sent.
     * @default true
     */
    readonly phone: boolean;
    /**
     * Whether the hash of the national ID is sent.
     * @default true
     */
    readonly nationalId: boolean;
  };
  /**
   * Which properties and traits are sent: all, none, or those whose names are listed.
   * @default "all"
   */
  readonly properties: 'all' | 'none' | readonly string[];
  /** Names of properties and traits that are never sent. */
  readonly exclude: readonly string[];
  /**
   * Names of properties and traits that are sent although they look like personal data. A raw e-mail address is
   * never sent.
   */
  readonly allow: readonly string[];
  /**
   * Key under which the name of the event, screen or page is sent: value[event]. null sends no name.
   * @default "event"
   */
  readonly eventKey: string | null;
  /** Whether the full date of birth is sent too, as value[date]. The year of birth always is. */
  readonly demographics: {
    /**
     * Whether the full date of birth is sent too, as value[date]. The year of birth always is.
     * @default false
     */
    readonly fullBirthDate: boolean;
  };
  /** What an event must say about the person’s consent. Without any category, consent is not checked. */
  readonly consent: {
    /**
     * Consent categories that an event must grant, all of them, such as Advertising. Without any, consent is not
     * checked.
     */
    readonly required: readonly string[];
    /**
     * Whether a category that is not on an event’s list of denied ones was granted. RudderStack’s mobile SDKs send
     * that list alone. An event without such a list grants nothing.
     * @default false
     */
    readonly deniedListIsComplete: boolean;
  };
  /**
   * People who are known to be younger are not sent. In years; 0 sends everybody.
   * @default 13
   */
  readonly minimumAge: number;
  /** Whether the country may be guessed from the time zone and from the region of the locale. */
  readonly guess: {
    /**
     * Whether the country may be guessed from the time zone, if nothing else names one.
     * @default true
     */
    readonly timezone: boolean;
    /**
     * Whether the country may be guessed from the region of the locale, if nothing else names one.
     * @default true
     */
    readonly locale: boolean;
  };
  /**
   * Paths into the event, per parameter, in place of the built-in ones: { "apps": ["properties.my_apps"] }. They
   * are tried in their order.
   */
  readonly sources: {
    /** Paths in place of the built-in ones of the parameter app (App ID). */
    readonly app?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter appn (App name). */
    readonly appn?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter apps (Installed apps). */
    readonly apps?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter ct (Country). */
    readonly ct?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter device (Device model). */
    readonly device?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter ip (IP address). */
    readonly ip?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter lan (Language). */
    readonly lan?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter mf (Manufacturer). */
    readonly mf?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter uid (Advertising ID). */
    readonly uid?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter device_type (Device type). */
    readonly device_type?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter email (E-mail). */
    readonly email?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter phone (Phone). */
    readonly phone?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter national_id (National ID). */
    readonly national_id?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter gender (Gender). */
    readonly gender?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter age (Age). */
    readonly age?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter birth_date (Date of birth). */
    readonly birth_date?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter event (Event name). */
    readonly event?: readonly string[] | undefined;
    /** Paths in place of the built-in ones of the parameter name (Screen or page name). */
    readonly name?: readonly string[] | undefined;
  };
  /**
   * Longest URL in characters. Over it, installed apps and properties are cut from the end.
   * @default 8000
   */
  readonly maxUrlLength: number;
  /**
   * URL of Loop’s Mobile API, or of the sandbox that stands in for it. Leave it out unless Loop gave you another
   * one.
   * @default "https://api.retargetly.com/mobile"
   */
  readonly endpoint: string;
  /** URL of your relay. Events go there without source hash and IP address, which the relay fills in. */
  readonly relay?: string | undefined;
}
