import type { LookupFunction } from 'node:net';
import { Pool, type Dispatcher } from 'undici';
import type { SenderSettings } from './sender-settings.js';

/** So many addresses of a host are tried within the timeout, one after the other. */
const addressesTried = 3;

/**
 * The connections to one server. A pool asks DNS only when it connects, and under steady traffic it never does again;
 * so it is replaced now and then, and a server that moved is found. (undici's own `clientTtl` stops a pool for good when
 * all its connections end together.)
 */
export class Connections {
  readonly #origin: string;
  readonly #settings: SenderSettings;
  readonly #lookup: LookupFunction | undefined;
  #pool: Pool;
  #madeAtMs: number;
  /** Pools that finish what they have. */
  readonly #closing = new Set<Promise<void>>();

  /** @param lookup asks DNS; Node's own if undefined */
  constructor(origin: string, settings: SenderSettings, lookup: LookupFunction | undefined) {
    this.#origin = origin;
    this.#settings = settings;
    this.#lookup = lookup;
    this.#pool = this.#create();
    this.#madeAtMs = performance.now();
  }

  dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void {
    if (performance.now() - this.#madeAtMs > this.#settings.connectionMs) this.#replace();
    this.#pool.dispatch(options, handler);
  }

  /** Resolves when everything that was dispatched is through. */
  async close(): Promise<void> {
    await Promise.all([...this.#closing, this.#pool.close()]);
  }

  #replace(): void {
    const closing = this.#pool.close().finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
    this.#pool = this.#create();
    this.#madeAtMs = performance.now();
  }

  #create(): Pool {
    const { concurrency, timeoutMs } = this.#settings;
    return new Pool(this.#origin, {
      connections: concurrency,
      connect: {
        timeout: timeoutMs,
        // Node gives each of several addresses a quarter of a second, which a slow network never makes.
        autoSelectFamily: true,
        autoSelectFamilyAttemptTimeout: Math.ceil(timeoutMs / addressesTried),
        ...(this.#lookup === undefined ? {} : { lookup: this.#lookup }),
      },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
  }
}
