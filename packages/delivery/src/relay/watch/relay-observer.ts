import type { Clock } from '../../sender/clock.js';
import type { RelayCode } from '../relay-codes.js';
import { MinuteLines } from './minute-lines.js';
import type { RelayLog } from './relay-log.js';
import type { RelayMetrics } from './relay-metrics.js';

/** The outcome of one request's events, as far as it is counted: of some, by their code. */
interface Outcomes {
  readonly accepted: number;
  readonly duplicate: number;
  readonly skipped: ReadonlyMap<string, number>;
  readonly invalid: ReadonlyMap<string, number>;
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Refusals that whoever runs the relay wants to know of: somebody who should get in may be kept out. */
const toldRefusals: ReadonlySet<RelayCode> = new Set([
  'unauthorized',
  'wrong_signature',
  'origin_not_allowed',
  'rate_limited',
  'busy',
]);

/** Counts and logs what comes in. It is told of outcomes, never shown an event. */
export class RelayObserver {
  readonly #metrics: RelayMetrics;
  readonly #log: RelayLog;
  readonly #refusals: MinuteLines<RelayCode>;
  readonly #closings: MinuteLines<'connection'>;
  #isAddressTold = false;

  constructor(metrics: RelayMetrics, log: RelayLog, clock: Clock) {
    this.#metrics = metrics;
    this.#log = log;
    this.#refusals = new MinuteLines(clock, (code, requests) => {
      log('info', 'requests refused', { code, requests });
    });
    this.#closings = new MinuteLines(clock, (_, connections) => {
      log('info', 'connections closed', { connections });
    });
  }

  /** The events of one request are through. */
  received({ accepted, duplicate, skipped, invalid, leftOut }: Outcomes): void {
    const metrics = this.#metrics;
    const events = accepted + duplicate + sum(skipped) + sum(invalid);
    metrics.received.inc(events);
    metrics.accepted.inc(accepted);
    metrics.duplicate.inc(duplicate);
    for (const [code, count] of skipped) metrics.skipped.inc({ code }, count);
    for (const [code, count] of invalid) metrics.invalid.inc({ code }, count);
    for (const [code, count] of leftOut) metrics.leftOut.inc({ code }, count);
    this.#log('debug', 'events received', {
      events,
      accepted,
      duplicate,
      skipped: Object.fromEntries(skipped),
      invalid: Object.fromEntries(invalid),
      leftOut: Object.fromEntries(leftOut),
    });
  }

  /** Nothing of a request was taken. */
  refused(code: RelayCode): void {
    this.#metrics.refused.inc({ code });
    if (toldRefusals.has(code)) this.#refusals.add(code);
  }

  /** A connection was more than the limits allow. */
  closedConnection(): void {
    this.#metrics.closedConnections.inc();
    this.#closings.add('connection');
  }

  /** @param route the route's own pattern, such as `/:writeKey/mobile`: the path that was asked for may hold a key */
  answered(route: string, status: number, durationMs: number): void {
    this.#metrics.requests.inc({ route, status });
    this.#metrics.requestSeconds.observe({ route }, durationMs / 1000);
    this.#log(status >= 500 ? 'warn' : 'debug', 'request', {
      route,
      status,
      durationMs: Math.round(durationMs * 10) / 10,
    });
  }

  /** Events were refused because the queue can't keep them. */
  notKept(code: string): void {
    this.#log('warn', 'events not kept', { code });
  }

  /** The address of one connection was given to many people: it is a server's, or that of a proxy nobody spoke of. */
  oneAddressForMany(): void {
    this.#metrics.oneAddress.set(1);
    if (!this.#isAddressTold) this.#log('warn', 'most events come from one address', { code: 'one_address' });
    this.#isAddressTold = true;
  }

  /** @param code Node's code of the fault */
  broken(code: string): void {
    this.#log('error', 'fault in the relay', { code });
  }

  /** Says what was not said yet. */
  close(): void {
    this.#refusals.close();
    this.#closings.close();
  }
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
