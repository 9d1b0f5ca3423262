import { defaultRetryTiming, readResponse, retryDelayMs, type RetryTiming } from '@loop-adapters/core/bare';
import type { DeliveryCode } from './report.js';
import { canKeepAlive, getByFetch, getByImage, isReachable, type Answered } from './get.js';
import { createKeepaliveBudget } from './keepalive-budget.js';
import type { Realm, SecurityPolicyViolation } from '../host/realm.js';

/** What the sender may do, and what it takes from outside. */
export interface SenderSettings {
  /** How many requests may be in flight or wait, together. */
  readonly queueSize: number;
  /** Whether an image may carry a request that fetch can't. */
  readonly imageFallback: boolean;
  readonly timing?: RetryTiming;
  /** A random number from 0 up to, not including, 1. */
  readonly random?: () => number;
  /** The time, in milliseconds since 1970. */
  readonly now?: () => number;
}

interface Item {
  readonly url: string;
  readonly done: (code: DeliveryCode) => void;
  tries: number;
  /** Whether it may not outlive the page, because the browser did not let it. */
  isPlain: boolean;
  round: number;
}

/** About a minute of backoff. Waiting for the network to come back does not count. */
const maxTries = 8;

/** Sends GET requests from an app. */
export interface Sender {
  /** Begins to listen to the page: for the network, the page's end, and its Content Security Policy. */
  start(): void;
  /** Stops listening. What waits is still sent. */
  stop(): void;
  /**
   * Sends a request. If nothing is in the way it leaves before this returns.
   * @param done is called once, when it is known what became of the request
   */
  send(url: string, done: (code: DeliveryCode) => void): void;
}

/**
 * Makes a sender: it sends at once, and again only if a request can't have arrived or Loop asks for it. What has to
 * wait, waits in memory, for `online` if the device is offline.
 */
export function createSender(realm: Realm, settings: SenderSettings): Sender {
  const { random = Math.random, now = Date.now, timing = defaultRetryTiming } = settings;
  const budget = createKeepaliveBudget(realm);
  const waiting: Item[] = [];
  let inFlight = 0;
  /** Failures in a row; each lengthens the pause. */
  let failures = 0;
  /** Requests that fail together count as one failure. */
  let round = 0;
  let timer: unknown = null;
  let paused: 'no' | 'backoff' | 'asked' = 'no';
  /** Whether an answer could be read, so that a rejection can't be for want of CORS headers. */
  let readsAnswers = realm.document === undefined && realm.WorkerGlobalScope === undefined;
  const blocked = new Set<string>();
  let endpoint = '';

  const isOffline = (): boolean => realm.navigator?.onLine === false;

  /** Sends what waits, now that there is a network. */
  const resume = (): void => {
    if (paused === 'asked') return;
    failures = 0;
    endPause();
  };

  /**
   * The page is going away: every request that waits has its last chance, unless the server asked for a pause. The
   * newest goes first, because not all may have room.
   */
  const hurry = (): void => {
    if (paused === 'asked' || isOffline()) return;
    for (const item of waiting.splice(0).reverse()) {
      const giveBack = budget.take(item.url, true);
      item.isPlain ||= giveBack === null;
      void tryOnce(item, giveBack);
    }
  };

  const onViolation = ({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolation): void => {
    if (disposition !== 'enforce' || endpoint === '' || blockedURI === '') return;
    // Where only the origin is told, that has to do.
    if (blockedURI.startsWith(endpoint) || endpoint.startsWith(blockedURI)) blocked.add(effectiveDirective);
  };

  function endPause(): void {
    realm.clearTimeout?.(timer);
    paused = 'no';
    flush();
  }

  /** Sends what waits, in order, as far as there is room for requests that outlive the page. */
  function flush(): void {
    while (paused === 'no' && !isOffline()) {
      const [item] = waiting;
      if (item === undefined) return;
      const giveBack = item.isPlain ? null : budget.take(item.url, false);
      // An answer makes room. A page that goes away before sends what is left with `hurry`.
      if (giveBack === null && !item.isPlain) return;
      waiting.shift();
      void tryOnce(item, giveBack);
    }
  }

  /** @param giveBack gives back the room of a request that outlives the page; null if it does not outlive it */
  async function tryOnce(item: Item, giveBack: (() => void) | null): Promise<void> {
    item.round = round;
    item.tries += 1;
    inFlight += 1;
    const code = await get(item, giveBack !== null);
    giveBack?.();
    inFlight -= 1;
    if (code !== null) item.done(code);
    flush();
  }

  /** What became of the request; null if it waits again. */
  async function get(item: Item, keepalive: boolean): Promise<DeliveryCode | null> {
    if (blocked.has('connect-src') || realm.fetch === undefined) return viaImage(item);
    const result = await getByFetch(realm, item.url, keepalive);
    if (result === 'unconfirmed') return result;
    if (result !== 'failed') return read(item, result);
    if (isOffline()) {
      item.tries -= 1;
      return wait(item);
    }
    await violations();
    if (blocked.has('connect-src')) return viaImage(item);
    return readsAnswers ? again(item, null) : withoutAnswer(item, keepalive);
  }

  /** A request without an answer: it arrived where no CORS headers are sent, or it did not get there. */
  async function withoutAnswer(item: Item, keepalive: boolean): Promise<DeliveryCode | null> {
    if (keepalive && (await canKeepAlive(realm, item.url))) return 'unconfirmed';
    if (!(await isReachable(realm, item.url))) return again(item, null);
    if (!keepalive) return 'unconfirmed';
    // The browser held it back, because other scripts of the page have used up what may outlive the page.
    item.isPlain = true;
    return wait(item);
  }

  function read(item: Item, { status, retryAfter }: Answered): DeliveryCode | null {
    readsAnswers = true;
    switch (readResponse(status)) {
      case 'accepted':
        failures = 0;
        return 'accepted';
      case 'final':
        return 'refused';
      case 'again':
        return again(item, retryAfter);
    }
  }

  async function viaImage({ url }: Item): Promise<DeliveryCode> {
    const withoutImage = blocked.has('connect-src') ? 'blocked_by_csp' : 'no_fetch';
    if (!settings.imageFallback || realm.Image === undefined) return withoutImage;
    await getByImage(realm, url);
    await violations();
    return blocked.has('img-src') ? 'blocked_by_csp' : 'unconfirmed';
  }

  function again(item: Item, retryAfter: string | null): DeliveryCode | null {
    if (item.tries >= maxTries) return 'unreachable';
    if (item.round === round) {
      failures += 1;
      round += 1;
      pause(retryAfter);
    }
    return wait(item);
  }

  function wait(item: Item): null {
    waiting.push(item);
    return null;
  }

  function pause(retryAfter: string | null): void {
    const delayMs = retryDelayMs({ attempts: failures, retryAfter, nowMs: now(), random: random() }, timing);
    paused = retryAfter === null ? 'backoff' : 'asked';
    realm.clearTimeout?.(timer);
    timer = realm.setTimeout?.(() => {
      endPause();
    }, delayMs);
  }

  /** A violation is told after the request has been rejected. */
  function violations(): Promise<void> {
    const { setTimeout, document } = realm;
    if (setTimeout === undefined || document === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }

  return {
    start() {
      realm.addEventListener?.('online', resume);
      realm.addEventListener?.('pagehide', hurry);
      realm.document?.addEventListener?.('securitypolicyviolation', onViolation);
    },
    stop() {
      realm.removeEventListener?.('online', resume);
      realm.removeEventListener?.('pagehide', hurry);
      realm.document?.removeEventListener?.('securitypolicyviolation', onViolation);
    },
    send(url, done) {
      endpoint = url.replace(/\?.*$/s, '');
      waiting.push({ url, done, tries: 0, isPlain: false, round: 0 });
      flush();
      if (waiting.length + inFlight > settings.queueSize) waiting.shift()?.done('queue_full');
    },
  };
}
