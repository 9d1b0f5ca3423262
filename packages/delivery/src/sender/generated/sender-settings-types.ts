/** Made by `npm run generate` from the forms of the settings. */
import type { RetryNotice } from '../retry-notice.js';

/** What `createSender` takes. Everything can be left out. */
export interface SenderSettingsInput {
  /**
   * Most requests on their way to one server at once, each on a connection of its own.
   * @default 32
   */
  readonly concurrency?: number | undefined;
  /**
   * How long one try may wait to connect, then for the status line, then for the body; in milliseconds.
   * @default 10000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How long a connection is used: the next one asks DNS again, so that a new address is found. In milliseconds.
   * @default 30000
   */
  readonly connectionMs?: number | undefined;
  /** When to try again, and how often. */
  readonly retry?:
    | {
        /**
         * Most tries for one request, the first one included.
         * @default 8
         */
        readonly attempts?: number | undefined;
        /**
         * Ceiling of the first wait, in milliseconds. It doubles with every try; the wait is random up to the ceiling.
         * @default 500
         */
        readonly baseDelayMs?: number | undefined;
        /**
         * Where the doubling stops, in milliseconds.
         * @default 30000
         */
        readonly maxDelayMs?: number | undefined;
        /**
         * The longest `Retry-After` that is obeyed, in milliseconds. A longer one is cut to this.
         * @default 3600000
         */
        readonly maxRetryAfterMs?: number | undefined;
      }
    | undefined;
  /** Most requests per second to one server; no limit if left out. Loop documents none. */
  readonly maxRequestsPerSecond?: number | undefined;
  /**
   * So many failures in a row mean that the server is down: one request at a time is tried then, until it answers.
   * @default 10
   */
  readonly breakerFailures?: number | undefined;
  /**
   * The `User-Agent` header.
   * @default "loop-adapters"
   */
  readonly userAgent?: string | undefined;
  /** Called before each wait. Must not throw. */
  readonly onRetry?: ((retry: RetryNotice) => void) | undefined;
}

/** The same with every default filled in. */
export interface SenderSettings {
  /**
   * Most requests on their way to one server at once, each on a connection of its own.
   * @default 32
   */
  readonly concurrency: number;
  /**
   * How long one try may wait to connect, then for the status line, then for the body; in milliseconds.
   * @default 10000
   */
  readonly timeoutMs: number;
  /**
   * How long a connection is used: the next one asks DNS again, so that a new address is found. In milliseconds.
   * @default 30000
   */
  readonly connectionMs: number;
  /** When to try again, and how often. */
  readonly retry: {
    /**
     * Most tries for one request, the first one included.
     * @default 8
     */
    readonly attempts: number;
    /**
     * Ceiling of the first wait, in milliseconds. It doubles with every try; the wait is random up to the ceiling.
     * @default 500
     */
    readonly baseDelayMs: number;
    /**
     * Where the doubling stops, in milliseconds.
     * @default 30000
     */
    readonly maxDelayMs: number;
    /**
     * The longest `Retry-After` that is obeyed, in milliseconds. A longer one is cut to this.
     * @default 3600000
     */
    readonly maxRetryAfterMs: number;
  };
  /** Most requests per second to one server; no limit if left out. Loop documents none. */
  readonly maxRequestsPerSecond?: number | undefined;
  /**
   * So many failures in a row mean that the server is down: one request at a time is tried then, until it answers.
   * @default 10
   */
  readonly breakerFailures: number;
  /**
   * The `User-Agent` header.
   * @default "loop-adapters"
   */
  readonly userAgent: string;
  /** Called before each wait. Must not throw. */
  readonly onRetry?: ((retry: RetryNotice) => void) | undefined;
}
