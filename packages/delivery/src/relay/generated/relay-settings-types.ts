/** Made by `npm run generate` from the forms of the settings. */
import type { OwnSources } from '../../sender/delivery-sources.js';
import type { FileQueueSettingsInput } from '../../queue/file/generated/file-queue-settings-types.js';
import type { RedisQueueSettingsInput } from '../../queue/redis/generated/redis-queue-settings-types.js';
import type { SenderSettings, SenderSettingsInput } from '../../sender/generated/sender-settings-types.js';

/** The relay's own settings. Everything but `writeKeys` or `sources` has a default. */
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
  /**
   * Where the administration listens, which has the metrics. It asks for no key, so it is for this machine alone
   * if left out.
   * @default "127.0.0.1"
   */
  readonly adminHost?: string | undefined;
  /** The administration's port; 0 takes a free one. If left out: the one after `port`. */
  readonly adminPort?: number | undefined;
  /** The keys that apps send. Each is a text of your own making; it is no secret, because it is in every app. */
  readonly writeKeys?: readonly string[] | undefined;
  /** Write keys of apps that have Loop sources of their own: several apps, one relay. */
  readonly sources?: OwnSources | undefined;
  /** The shared secret of Segment's Webhooks destination: with it, /webhook takes signed requests only. */
  readonly webhookSecret?: string | undefined;
  /** Which proxies in front of the relay are believed about the client's address: how many, or where they are. */
  readonly trustedProxies?: number | readonly string[] | undefined;
  /**
   * Whether an event without an IP address gets that of the connection.
   * @default true
   */
  readonly ipFromConnection?: boolean | undefined;
  /** The web pages that may send. A request that names another origin is refused, whatever it brings. */
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
        /** Most accepted events per second of one write key, over some time; no limit if left out. */
        readonly eventsPerSecond?: number | undefined;
        /**
         * The same of one address, and at most a quarter of `eventsPerSecond`. A carrier's address is many phones, so it
         * is generous. This machine's own has no limit.
         * @default 1000
         */
        readonly eventsPerSecondPerAddress?: number | undefined;
        /**
         * The longest context beside a batch, times the events of the batch; in bytes.
         * @default 4000000
         */
        readonly contextBytes?: number | undefined;
        /**
         * Most keys in one body, over all its objects.
         * @default 50000
         */
        readonly keys?: number | undefined;
        /**
         * How deep objects and arrays of a body may stand in each other.
         * @default 64
         */
        readonly depth?: number | undefined;
        /**
         * Most bytes that unfinished bodies and unread answers hold, over all connections.
         * @default 67108864
         */
        readonly heldBytes?: number | undefined;
        /**
         * How long a request may take from its first byte to its last, and its answer again; in milliseconds.
         * @default 30000
         */
        readonly requestMs?: number | undefined;
        /**
         * Most connections at once.
         * @default 4000
         */
        readonly connections?: number | undefined;
        /**
         * Most connections of one address at once. Those of a trusted proxy and of this machine are not counted.
         * @default 500
         */
        readonly connectionsPerAddress?: number | undefined;
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
  /**
   * Where the administration listens, which has the metrics. It asks for no key, so it is for this machine alone
   * if left out.
   * @default "127.0.0.1"
   */
  readonly adminHost: string;
  /** The administration's port; 0 takes a free one. If left out: the one after `port`. */
  readonly adminPort?: number | undefined;
  /** The keys that apps send. Each is a text of your own making; it is no secret, because it is in every app. */
  readonly writeKeys?: readonly string[] | undefined;
  /** Write keys of apps that have Loop sources of their own: several apps, one relay. */
  readonly sources: OwnSources;
  /** The shared secret of Segment's Webhooks destination: with it, /webhook takes signed requests only. */
  readonly webhookSecret?: string | undefined;
  /** Which proxies in front of the relay are believed about the client's address: how many, or where they are. */
  readonly trustedProxies?: number | readonly string[] | undefined;
  /**
   * Whether an event without an IP address gets that of the connection.
   * @default true
   */
  readonly ipFromConnection: boolean;
  /** The web pages that may send. A request that names another origin is refused, whatever it brings. */
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
    /** Most accepted events per second of one write key, over some time; no limit if left out. */
    readonly eventsPerSecond?: number | undefined;
    /**
     * The same of one address, and at most a quarter of `eventsPerSecond`. A carrier's address is many phones, so it
     * is generous. This machine's own has no limit.
     * @default 1000
     */
    readonly eventsPerSecondPerAddress: number;
    /**
     * The longest context beside a batch, times the events of the batch; in bytes.
     * @default 4000000
     */
    readonly contextBytes: number;
    /**
     * Most keys in one body, over all its objects.
     * @default 50000
     */
    readonly keys: number;
    /**
     * How deep objects and arrays of a body may stand in each other.
     * @default 64
     */
    readonly depth: number;
    /**
     * Most bytes that unfinished bodies and unread answers hold, over all connections.
     * @default 67108864
     */
    readonly heldBytes: number;
    /**
     * How long a request may take from its first byte to its last, and its answer again; in milliseconds.
     * @default 30000
     */
    readonly requestMs: number;
    /**
     * Most connections at once.
     * @default 4000
     */
    readonly connections: number;
    /**
     * Most connections of one address at once. Those of a trusted proxy and of this machine are not counted.
     * @default 500
     */
    readonly connectionsPerAddress: number;
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
