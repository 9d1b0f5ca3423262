/** Made by `npm run generate` from the forms of the settings. */
import type { FileQueueSettingsInput } from '../../queue/file/generated/file-queue-settings-types.js';
import type { RedisQueueSettingsInput } from '../../queue/redis/generated/redis-queue-settings-types.js';
import type { SenderSettings, SenderSettingsInput } from '../../sender/generated/sender-settings-types.js';

/** The relay's own settings. Everything but `writeKeys` has a default. */
export interface RelaySettingsInput {
  /**
   * The address to listen on.
   * @default "127.0.0.1"
   */
  readonly host?: string | undefined;
  /**
   * The port; 0 takes a free one.
   * @default 8787
   */
  readonly port?: number | undefined;
  /** The keys that apps send. Each is a text of your own making; it is no secret, because it is in every app. */
  readonly writeKeys: readonly string[];
  /** The shared secret of Segment's Webhooks destination: with it, /webhook takes signed requests only. */
  readonly webhookSecret?: string | undefined;
  /** Which proxies in front of the relay are believed about the client's address: how many, or where they are. */
  readonly trustedProxies?: number | readonly string[] | undefined;
  /**
   * Whether an event without an IP address gets that of the connection.
   * @default true
   */
  readonly ipFromConnection?: boolean | undefined;
  /** The web pages that may send from a browser. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** What is taken at most. */
  readonly limits?:
    | {
        /**
         * The longest event, in bytes.
         * @default 32768
         */
        readonly eventBytes?: number | undefined;
        /**
         * The longest batch, in bytes.
         * @default 512000
         */
        readonly batchBytes?: number | undefined;
        /** Most events per second; no limit if left out. */
        readonly eventsPerSecond?: number | undefined;
      }
    | undefined;
  /**
   * Where events are kept until Loop has them: the settings of `openFileQueue`; or, with `url`, of
   * `openRedisQueue`.
   */
  readonly queue?: FileQueueSettingsInput | RedisQueueSettingsInput | undefined;
  /**
   * How to send: the settings of `createSender`. `retry.attempts` has no meaning here, because nothing is given
   * up.
   */
  readonly sender?: SenderSettingsInput | undefined;
  /**
   * An event that waited longer than this becomes a dead letter: Loop takes every event as happening now. In
   * hours.
   * @default 72
   */
  readonly maxAgeHours?: number | undefined;
  /**
   * How long `close` goes on delivering, in milliseconds. What is left then is delivered after the next start.
   * @default 5000
   */
  readonly drainMs?: number | undefined;
  /**
   * How talkative the log is.
   * @default "info"
   */
  readonly logLevel?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent' | undefined;
}

/** The same with every default filled in. */
export interface RelaySettings {
  /**
   * The address to listen on.
   * @default "127.0.0.1"
   */
  readonly host: string;
  /**
   * The port; 0 takes a free one.
   * @default 8787
   */
  readonly port: number;
  /** The keys that apps send. Each is a text of your own making; it is no secret, because it is in every app. */
  readonly writeKeys: readonly string[];
  /** The shared secret of Segment's Webhooks destination: with it, /webhook takes signed requests only. */
  readonly webhookSecret?: string | undefined;
  /** Which proxies in front of the relay are believed about the client's address: how many, or where they are. */
  readonly trustedProxies?: number | readonly string[] | undefined;
  /**
   * Whether an event without an IP address gets that of the connection.
   * @default true
   */
  readonly ipFromConnection: boolean;
  /** The web pages that may send from a browser. */
  readonly allowedOrigins: readonly string[];
  /** What is taken at most. */
  readonly limits: {
    /**
     * The longest event, in bytes.
     * @default 32768
     */
    readonly eventBytes: number;
    /**
     * The longest batch, in bytes.
     * @default 512000
     */
    readonly batchBytes: number;
    /** Most events per second; no limit if left out. */
    readonly eventsPerSecond?: number | undefined;
  };
  /**
   * Where events are kept until Loop has them: the settings of `openFileQueue`; or, with `url`, of
   * `openRedisQueue`.
   */
  readonly queue: FileQueueSettingsInput | RedisQueueSettingsInput;
  /**
   * How to send: the settings of `createSender`. `retry.attempts` has no meaning here, because nothing is given
   * up.
   */
  readonly sender: SenderSettings;
  /**
   * An event that waited longer than this becomes a dead letter: Loop takes every event as happening now. In
   * hours.
   * @default 72
   */
  readonly maxAgeHours: number;
  /**
   * How long `close` goes on delivering, in milliseconds. What is left then is delivered after the next start.
   * @default 5000
   */
  readonly drainMs: number;
  /**
   * How talkative the log is.
   * @default "info"
   */
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}
