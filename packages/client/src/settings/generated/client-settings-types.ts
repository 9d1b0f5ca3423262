/** Made by `npm run generate` from the forms of the settings. */
import type { ConsentSetting } from '../../host/consent.js';
import type { HostValue } from '../../host/host-value.js';
import type { TrackingStatus } from '../../host/tracking-status.js';

/**
 * The settings of an adapter that runs inside an app: the core’s, and what only the app knows, as values or as
 * functions that may be asynchronous.
 */
export interface ClientSettings {
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
        /** Package name or bundle ID of the app. */
        readonly id?: HostValue<string> | undefined;
        /** Name of the app. */
        readonly name?: HostValue<string> | undefined;
      }
    | undefined;
  /**
   * Country of the device, such as `AR`, or a function that finds it out. It comes before any guess, and after
   * what the event itself says.
   */
  readonly country?: HostValue<string> | undefined;
  /** Country for events from which none can be read or guessed, such as AR. */
  readonly fallbackCountry?: string | undefined;
  /** Device model for events that do not carry one. */
  readonly device?:
    | {
        /** Model of the device, such as `Pixel6` or `iPhone15,2`. */
        readonly model?: HostValue<string> | undefined;
        /** Manufacturer of the device. */
        readonly manufacturer?: HostValue<string> | undefined;
        /** `android` or `ios`. Events of other platforms are skipped. */
        readonly type?: HostValue<string> | undefined;
        /** Vendor ID of the device. It is never sent: an advertising ID that equals it is not used. */
        readonly id?: HostValue<string> | undefined;
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
  /** Whether the person agrees. */
  readonly consent?: ConsentSetting | undefined;
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
        /** Paths in place of the built-in ones of the parameter app. */
        readonly app?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter appn. */
        readonly appn?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter apps. */
        readonly apps?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter ct. */
        readonly ct?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter device. */
        readonly device?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter ip. */
        readonly ip?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter lan. */
        readonly lan?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter mf. */
        readonly mf?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter uid. */
        readonly uid?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter device_type. */
        readonly device_type?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter email. */
        readonly email?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter phone. */
        readonly phone?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter national_id. */
        readonly national_id?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter gender. */
        readonly gender?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter age. */
        readonly age?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter birth_date. */
        readonly birth_date?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter event. */
        readonly event?: readonly string[] | undefined;
        /** Paths in place of the built-in ones of the parameter name. */
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
  /** Names of installed apps. */
  readonly installedApps?: HostValue<string | readonly string[]> | undefined;
  /** IP address of the device. With `relay` it is not needed: the relay sees it. */
  readonly ip?: HostValue<string> | undefined;
  /** Advertising ID: Google’s on Android, IDFA on iOS. Without one the event is skipped. */
  readonly advertisingId?: HostValue<string> | undefined;
  /** Status of App Tracking Transparency. Asked for with every event. */
  readonly trackingStatus?: TrackingStatus | Exclude<HostValue<string | number>, string | number> | undefined;
  /** Whether the person allows ad tracking. Asked for with every event. */
  readonly adTrackingEnabled?: HostValue<boolean> | undefined;
  /**
   * How long an event waits for a function of yours, in milliseconds.
   * @default 3000
   */
  readonly valueTimeoutMs?: number | undefined;
  /**
   * How many events may wait in memory. Over it, the oldest is given up.
   * @default 500
   */
  readonly queueSize?: number | undefined;
  /**
   * Whether an image may carry an event that the page’s policy does not let fetch carry.
   * @default false
   */
  readonly imageFallback?: boolean | undefined;
}
