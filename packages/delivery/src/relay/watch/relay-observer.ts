import { countWords, type RelayLog } from './relay-log.js';
import type { RelayMetrics } from './relay-metrics.js';

/** The outcome of one request's events, as far as it is counted. */
interface Outcomes {
  readonly accepted: number;
  readonly duplicates: number;
  readonly skipped: readonly Coded[];
  readonly invalid: readonly { readonly problems: readonly Coded[] }[];
}

interface Coded {
  readonly code: string;
}

/** Counts and logs what happens at the door. It is told of outcomes, never shown an event. */
export class RelayObserver {
  readonly #metrics: RelayMetrics;
  readonly #log: RelayLog;

  constructor(metrics: RelayMetrics, log: RelayLog) {
    this.#metrics = metrics;
    this.#log = log;
  }

  /** The events of one request are through. */
  taken({ accepted, duplicates, skipped, invalid }: Outcomes, notes: readonly Coded[]): void {
    const metrics = this.#metrics;
    const events = accepted + skipped.length + invalid.length;
    const skippedBy = countWords(skipped.map(({ code }) => code));
    const invalidBy = countWords(invalid.map(({ problems }) => problems[0]?.code ?? 'invalid_event'));
    const leftOutBy = countWords(notes.map(({ code }) => code));
    metrics.received.inc(events);
    metrics.translated.inc(accepted);
    metrics.duplicates.inc(duplicates);
    for (const [code, count] of Object.entries(skippedBy)) metrics.skipped.inc({ code }, count);
    for (const [code, count] of Object.entries(invalidBy)) metrics.invalid.inc({ code }, count);
    for (const [code, count] of Object.entries(leftOutBy)) metrics.leftOut.inc({ code }, count);
    this.#log('debug', 'events taken', {
      events,
      accepted,
      duplicates,
      skipped: skippedBy,
      invalid: invalidBy,
      leftOut: leftOutBy,
    });
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

  /** @param code Node's code of the fault */
  broken(code: string): void {
    this.#log('error', 'fault in the relay', { code });
  }
}
