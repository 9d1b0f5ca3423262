import { defaultRetryTiming, readResponse, retryDelayMs, type RetryTiming } from '@loop-adapters/core/bare';
import type { DeliveryCode } from './delivery.js';
import { getByFetch, getByImage, isReachable, type GetResult } from './get.js';
import type { Realm, SecurityPolicyViolation } from './realm.js';

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
  round: number;
}

/** About a minute of backoff. Waiting for the network to come back does not count. */
const maxTries = 8;

/**
 * Sends GET requests from an app: at once, and again only if they can't have arrived or Loop asks for it. What has to
 * wait, waits in memory, for `online` if the device is offline.
 */
export class Sender {
  private readonly waiting: Item[] = [];
  private inFlight = 0;
  /** Failures in a row; each lengthens the pause. */
  private failures = 0;
  /** Requests that fail together count as one failure. */
  private round = 0;
  private timer: unknown = null;
  private paused: 'no' | 'backoff' | 'asked' = 'no';
  /** Whether an answer could be read, so that a rejection can't be for want of CORS headers. */
  private readsAnswers: boolean;
  private readonly blocked = new Set<string>();
  private endpoint = '';

  constructor(
    private readonly realm: Realm,
    private readonly settings: SenderSettings,
  ) {
    this.readsAnswers = realm.document === undefined && realm.WorkerGlobalScope === undefined;
  }

  /** Begins to listen to the page: for the network, the page's end, and its Content Security Policy. */
  start(): void {
    this.realm.addEventListener?.('online', this.resume);
    this.realm.addEventListener?.('pagehide', this.hurry);
    this.realm.document?.addEventListener?.('securitypolicyviolation', this.onViolation);
  }

  /** Stops listening. What waits is still sent. */
  stop(): void {
    this.realm.removeEventListener?.('online', this.resume);
    this.realm.removeEventListener?.('pagehide', this.hurry);
    this.realm.document?.removeEventListener?.('securitypolicyviolation', this.onViolation);
  }

  /**
   * Sends a request. If nothing is in the way it leaves before this returns.
   * @param done is called once, when it is known what became of the request
   */
  send(url: string, done: (code: DeliveryCode) => void): void {
    this.endpoint = url.replace(/\?.*$/s, '');
    this.waiting.push({ url, done, tries: 0, round: 0 });
    if (this.waiting.length + this.inFlight > this.settings.queueSize) this.waiting.shift()?.done('queue_full');
    if (this.paused === 'no' && !this.isOffline()) this.flush();
  }

  /** Sends what waits, now that there is a network. */
  private readonly resume = (): void => {
    if (this.paused === 'asked') return;
    this.failures = 0;
    this.flush();
  };

  /** The page is going away: every request that waits has its last chance, unless the server asked for a pause. */
  readonly hurry = (): void => {
    if (this.paused !== 'asked' && !this.isOffline()) this.flush();
  };

  private flush(): void {
    this.realm.clearTimeout?.(this.timer);
    this.paused = 'no';
    this.round += 1;
    for (const item of this.waiting.splice(0)) void this.try(item);
  }

  private async try(item: Item): Promise<void> {
    item.round = this.round;
    item.tries += 1;
    this.inFlight += 1;
    const code = await this.get(item);
    this.inFlight -= 1;
    if (code !== null) item.done(code);
  }

  /** What became of the request; null if it waits again. */
  private async get(item: Item): Promise<DeliveryCode | null> {
    const { realm } = this;
    if (this.blocked.has('connect-src') || realm.fetch === undefined) return this.getByImage(item);
    const result = await getByFetch(realm, item.url);
    if (result.kind === 'unconfirmed') return 'unconfirmed';
    if (result.kind === 'answered') return this.read(item, result);
    if (this.isOffline()) {
      item.tries -= 1;
      return this.wait(item);
    }
    await this.violations();
    if (this.blocked.has('connect-src')) return this.getByImage(item);
    if (!this.readsAnswers && (await isReachable(realm, item.url))) return 'unconfirmed';
    return this.again(item, null);
  }

  private read(item: Item, { status, retryAfter }: Extract<GetResult, { kind: 'answered' }>): DeliveryCode | null {
    this.readsAnswers = true;
    switch (readResponse(status)) {
      case 'accepted':
        this.failures = 0;
        return 'accepted';
      case 'final':
        return 'refused';
      case 'again':
        return this.again(item, retryAfter);
    }
  }

  private async getByImage(item: Item): Promise<DeliveryCode> {
    const withoutImage = this.blocked.has('connect-src') ? 'blocked_by_csp' : 'no_fetch';
    if (!this.settings.imageFallback || this.realm.Image === undefined) return withoutImage;
    await getByImage(this.realm, item.url);
    await this.violations();
    return this.blocked.has('img-src') ? 'blocked_by_csp' : 'unconfirmed';
  }

  private again(item: Item, retryAfter: string | null): DeliveryCode | null {
    if (item.tries >= maxTries) return 'unreachable';
    if (item.round === this.round) {
      this.failures += 1;
      this.round += 1;
      this.pause(retryAfter);
    }
    return this.wait(item);
  }

  private wait(item: Item): null {
    this.waiting.push(item);
    return null;
  }

  private pause(retryAfter: string | null): void {
    const { random = Math.random, now = Date.now, timing = defaultRetryTiming } = this.settings;
    const delayMs = retryDelayMs({ attempts: this.failures, retryAfter, nowMs: now(), random: random() }, timing);
    this.paused = retryAfter === null ? 'backoff' : 'asked';
    this.realm.clearTimeout?.(this.timer);
    this.timer = this.realm.setTimeout?.(() => {
      this.paused = 'no';
      if (!this.isOffline()) this.flush();
    }, delayMs);
  }

  private isOffline(): boolean {
    return this.realm.navigator?.onLine === false;
  }

  private readonly onViolation = ({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolation): void => {
    if (disposition !== 'enforce' || this.endpoint === '' || blockedURI === '') return;
    // Where only the origin is told, that has to do.
    if (blockedURI.startsWith(this.endpoint) || this.endpoint.startsWith(blockedURI))
      this.blocked.add(effectiveDirective);
  };

  /** A violation is told after the request has been rejected. */
  private violations(): Promise<void> {
    const { setTimeout, document } = this.realm;
    if (setTimeout === undefined || document === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}
