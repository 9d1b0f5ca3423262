import type { LookupFunction } from 'node:net';
import { isEndpoint, type LoopRequest } from '@loop-adapters/core';
import { AbortWatch } from './abort-watch.js';
import { Breaker } from './breaker.js';
import { systemClock, type Clock } from './clock.js';
import { Connections } from './connections.js';
import { Delivery, type DeliveryTools, type Route } from './delivery.js';
import { RequestLine } from './request-line.js';
import { Pace } from './pace.js';
import { failed, type SendResult } from './result.js';
import { readSenderSettings, type SenderSettingsInput } from './sender-settings.js';
import { readTarget } from './target.js';

/** Sends requests to Loop. One sender per process is enough; it keeps its connections open. */
export interface Sender {
  /**
   * Sends one request and says what became of it. Never rejects: what the network does wrong is a result too.
   *
   * It waits its turn when `concurrency` requests are on their way already. Those that wait are kept in memory, so
   * whoever has many calls this for a few at a time.
   *
   * @param request what `translate` made
   * @param options `signal`: an abort ends the waiting (for a turn, for the next try) at once. A request that is on
   *   its way is let finish, at most until the timeout, because nobody would know whether Loop has the event.
   */
  send(request: Pick<LoopRequest, 'url'>, options?: { readonly signal?: AbortSignal }): Promise<SendResult>;
  /**
   * Takes no more requests, waits until each one taken has its result (the tries that are left included), and closes
   * the connections. To end sooner, abort the signal first.
   */
  close(): Promise<void>;
}

/** What the sender needs from outside; a test passes its own. */
export interface SenderTools {
  readonly clock: Clock;
  /** A random number from 0 up to, not including, 1. */
  readonly random: () => number;
  /** Asks DNS; Node's own if left out. */
  readonly lookup?: LookupFunction;
}

/**
 * Makes a sender: it keeps connections open, tries again what may be tried again (page "What Loop does not document":
 * 408, 429, 5xx but 501, and everything that the network does), waits as long as `Retry-After` says, follows no
 * redirect, and never shows the query of a URL, which holds the source hash.
 *
 * @param settings see {@link SenderSettingsInput}; everything has a default
 * @param tools another clock or random number, for tests
 * @throws SettingsError that lists every problem of the settings
 */
export function createSender(settings: SenderSettingsInput = {}, tools: Partial<SenderTools> = {}): Sender {
  const parsed = readSenderSettings(settings);
  const { concurrency, maxRequestsPerSecond, breakerFailures, userAgent } = parsed;
  const clock = tools.clock ?? systemClock;
  const deliveryTools: DeliveryTools = {
    settings: parsed,
    headers: ['user-agent', userAgent],
    clock,
    random: tools.random ?? Math.random,
    aborts: new AbortWatch(),
  };
  const routes = new Map<string, Route | null>();
  let open = 0;
  let drained: (() => void) | null = null;
  let closing: Promise<void> | null = null;

  function routeTo(origin: string): Route | null {
    const known = routes.get(origin);
    if (known !== undefined) return known;
    const route = isEndpoint(origin) && URL.canParse(origin) ? createRoute(origin) : null;
    routes.set(origin, route);
    return route;
  }

  function createRoute(origin: string): Route {
    const pace = maxRequestsPerSecond === undefined ? null : new Pace(maxRequestsPerSecond, clock);
    return {
      line: new RequestLine(concurrency, pace, clock),
      breaker: new Breaker(breakerFailures),
      throttle: new Breaker(1),
      connections: new Connections(origin, parsed, tools.lookup),
    };
  }

  async function drain(): Promise<void> {
    if (open > 0) {
      await new Promise<void>((resolve) => {
        drained = resolve;
      });
    }
    await Promise.all([...routes.values()].flatMap((route) => (route === null ? [] : [route.connections.close()])));
  }

  return {
    send(request, options) {
      if (closing !== null) return Promise.resolve(failed('closed', 0, null));
      const target = readTarget(request.url);
      const route = target === null ? null : routeTo(target.origin);
      if (target === null || route === null) return Promise.resolve(failed('invalid_request', 0, null));
      open++;
      return new Promise((resolve) => {
        const settle = (result: SendResult): void => {
          resolve(result);
          if (--open === 0) drained?.();
        };
        new Delivery(deliveryTools, route, target.path, options?.signal ?? null, settle).start();
      });
    },
    close() {
      closing ??= drain();
      return closing;
    },
  };
}
