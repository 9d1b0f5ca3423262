import type { IncomingHttpHeaders } from 'node:http';
import type { AppSource } from '../app-sources.js';
import type { RelaySettings } from '../relay-settings.js';
import type { BucketSize } from './bucket.js';
import { Buckets } from './buckets.js';
import { clientNetwork, isLoopback } from './client-network.js';
import { Refusal } from './refusal.js';
import { readBasicUser, type WriteKeys } from './write-keys.js';

/** Segment's limit of a batch, in events. It is also the most that a bucket may owe. */
export const maxEvents = 2500;

/** What signed webhooks are counted under: no write key can have a space in it. */
const signedName = 'signed webhooks';

/** So many wrong keys an address may send in a row, then one every second. */
const failures = { perSecond: 1, capacity: 100 };

/** What is known of a request before its body is read. */
export interface Client {
  /** What its address is counted under; null on this machine, which has no limit. */
  readonly network: string | null;
}

/** A client whose write key is accepted. */
export interface AdmittedClient extends Client {
  readonly key: string;
  readonly source: AppSource;
}

/** Where a write key may stand, other than in the body. */
export interface KeyPlaces {
  readonly path: string | undefined;
  readonly query: unknown;
}

/** What a batch has taken out of the buckets until it is known how much of it is accepted. */
export interface Charge {
  settle(accepted: number): void;
}

/** Decides who may send how much, as early as it can be known: by the headers, then by the key, then by the events. */
export class Admission {
  readonly #origins: ReadonlySet<string>;
  readonly #keys: () => { readonly keys: WriteKeys<AppSource>; readonly common: AppSource | null };
  readonly #perKey: Buckets | null;
  readonly #perAddress: Buckets;
  readonly #failures: Buckets;

  /**
   * @param keys asked for each request, because they may change
   * @param now the time in milliseconds, of a clock that only goes forward
   */
  constructor(
    { allowedOrigins, limits }: Pick<RelaySettings, 'allowedOrigins' | 'limits'>,
    keys: () => { readonly keys: WriteKeys<AppSource>; readonly common: AppSource | null },
    now: () => number,
  ) {
    const { eventsPerSecond, eventsPerSecondPerAddress } = limits;
    // Of a key two batches, of an address one: what one client sends at once leaves something for the others.
    const sizeOf = (perSecond: number, batches: number): BucketSize => ({
      perSecond,
      capacity: Math.max(perSecond, batches * maxEvents),
    });
    this.#origins = new Set(allowedOrigins);
    this.#keys = keys;
    this.#perKey = eventsPerSecond === undefined ? null : new Buckets(sizeOf(eventsPerSecond, 2), now);
    this.#perAddress = new Buckets(
      // One client must not be able to use up what all have together.
      sizeOf(Math.min(eventsPerSecondPerAddress, (eventsPerSecond ?? Number.POSITIVE_INFINITY) / 4), 1),
      now,
    );
    this.#failures = new Buckets(failures, now);
  }

  /**
   * Looks at the headers alone.
   *
   * @throws Refusal if a page of another origin sends it, or if its address owes events
   */
  meet(headers: IncomingHttpHeaders, ip: string): Client {
    const { origin } = headers;
    if (origin !== undefined && !this.#origins.has(origin)) throw new Refusal('origin_not_allowed');
    const client = { network: isLoopback(ip) ? null : clientNetwork(ip) };
    this.#refuseDebt(client, null);
    return client;
  }

  /**
   * The client with the write key that stands in path, headers or query.
   *
   * @returns null if there is none, so that it may stand in the body
   * @throws Refusal if it is wrong, or if the key owes events
   */
  admitByHeaders(client: Client, headers: IncomingHttpHeaders, { path, query }: KeyPlaces): AdmittedClient | null {
    const named = headers['x-write-key'];
    const key =
      path ??
      (Array.isArray(named) ? named[0] : named) ??
      readBasicUser(headers.authorization) ??
      (typeof query === 'string' ? query : null);
    return key === null ? null : this.admit(client, key);
  }

  /** @throws Refusal if an address that has sent many wrong keys sends a request whose key is not known yet */
  expectKeyInBody({ network }: Client): void {
    const waitSeconds = network === null ? 0 : this.#failures.waitSeconds(network);
    if (waitSeconds > 0) throw new Refusal('rate_limited', waitSeconds);
  }

  /** @throws Refusal if the key is wrong, or if it owes events */
  admit(client: Client, key: string | null): AdmittedClient {
    const source = key === null ? null : this.#keys().keys.find(key);
    if (key === null || source === null) throw this.#failed(client, 'unauthorized');
    this.#refuseDebt(client, key);
    return { ...client, key, source };
  }

  /** @throws Refusal if the signature is wrong */
  admitSigned(client: Client, isSigned: boolean): AdmittedClient {
    const { common } = this.#keys();
    if (!isSigned || common === null) throw this.#failed(client, 'wrong_signature');
    this.#refuseDebt(client, signedName);
    return { ...client, key: signedName, source: common };
  }

  /**
   * Takes the events of a request out of the buckets. What came in meanwhile counts, so many that were let in at once
   * do not all get through.
   *
   * @throws Refusal if there is nothing in them
   */
  charge({ network, key }: AdmittedClient, events: number): Charge {
    this.#refuseDebt({ network }, key);
    if (network !== null) this.#perAddress.take(network, events);
    this.#perKey?.take(key, events);
    return {
      settle: (accepted) => {
        if (network !== null) this.#perAddress.giveBack(network, events - accepted);
        this.#perKey?.giveBack(key, events - accepted);
      },
    };
  }

  #refuseDebt({ network }: Client, key: string | null): void {
    const waitSeconds = Math.max(
      network === null ? 0 : this.#perAddress.waitSeconds(network),
      key === null ? 0 : (this.#perKey?.waitSeconds(key) ?? 0),
    );
    if (waitSeconds > 0) throw new Refusal('rate_limited', waitSeconds);
  }

  #failed({ network }: Client, code: 'unauthorized' | 'wrong_signature'): Refusal {
    if (network === null) return new Refusal(code);
    const waitSeconds = this.#failures.waitSeconds(network);
    if (waitSeconds > 0) return new Refusal('rate_limited', waitSeconds);
    this.#failures.take(network, 1);
    return new Refusal(code);
  }
}
