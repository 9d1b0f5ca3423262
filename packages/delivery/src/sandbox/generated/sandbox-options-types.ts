/** Made by `npm run generate` from the forms of the settings. */
import type { Arrival, SandboxRequest } from '../arrivals.js';
import type { Fault } from '../fault.js';

/** What `startSandbox` takes. Everything can be left out. */
export interface SandboxOptionsInput {
  /**
   * The port; 0, the default, takes a free one.
   * @default 0
   */
  readonly port?: number | undefined;
  /**
   * The address to listen on; this machine only, if left out.
   * @default "127.0.0.1"
   */
  readonly host?: string | undefined;
  /**
   * The part of the requests that is answered 500, from 0 to 1.
   * @default 0
   */
  readonly failRate?: number | undefined;
  /** Most requests in a second; what is over is answered 429 with `Retry-After`. */
  readonly throttleRps?: number | undefined;
  /**
   * How long each answer takes, in milliseconds.
   * @default 0
   */
  readonly latencyMs?: number | undefined;
  /** The source hashes that exist. If left out, every well-formed one does. */
  readonly sourceHashes?: readonly string[] | undefined;
  /**
   * How many requests are kept for the list, the newest ones.
   * @default 1000
   */
  readonly keep?: number | undefined;
  /** Called with each request to `/mobile` and its answer. Must not throw. */
  readonly onRequest?: ((arrival: Arrival) => void) | undefined;
  /** The fault script: says per request what goes wrong; `undefined` for nothing. Comes before everything else. */
  readonly answers?: ((n: number, request: SandboxRequest) => Fault | undefined) | undefined;
  /** A random number from 0 up to 1, for `failRate`. */
  readonly random?: (() => number) | undefined;
  /** The time in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** The same with every default filled in. */
export interface SandboxOptions {
  /**
   * The port; 0, the default, takes a free one.
   * @default 0
   */
  readonly port: number;
  /**
   * The address to listen on; this machine only, if left out.
   * @default "127.0.0.1"
   */
  readonly host: string;
  /**
   * The part of the requests that is answered 500, from 0 to 1.
   * @default 0
   */
  readonly failRate: number;
  /** Most requests in a second; what is over is answered 429 with `Retry-After`. */
  readonly throttleRps?: number | undefined;
  /**
   * How long each answer takes, in milliseconds.
   * @default 0
   */
  readonly latencyMs: number;
  /** The source hashes that exist. If left out, every well-formed one does. */
  readonly sourceHashes?: readonly string[] | undefined;
  /**
   * How many requests are kept for the list, the newest ones.
   * @default 1000
   */
  readonly keep: number;
  /** Called with each request to `/mobile` and its answer. Must not throw. */
  readonly onRequest?: ((arrival: Arrival) => void) | undefined;
  /** The fault script: says per request what goes wrong; `undefined` for nothing. Comes before everything else. */
  readonly answers?: ((n: number, request: SandboxRequest) => Fault | undefined) | undefined;
  /** A random number from 0 up to 1, for `failRate`. */
  readonly random: () => number;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
}
