import { readResponse, readRetryAfterMs, retryDelayMs } from '@loop-adapters/core';
import type { AbortWatch } from './abort-watch.js';
import { Attempt, type Answer } from './attempt.js';
import type { Breaker } from './breaker.js';
import type { Clock } from './clock.js';
import type { Connections } from './connections.js';
import type { FailedCode } from './delivery-codes.js';
import { readConnectionFault } from './connection-fault.js';
import type { RequestLine, QueuedRequest } from './request-line.js';
import { failed, refused, type SendResult } from './result.js';
import type { SenderSettings } from './sender-settings.js';

/**
 * The longest pause of a server that is down, in milliseconds. One request every few seconds hammers nobody, and all
 * that comes in meanwhile has to be worked off when the server is back.
 */
const maxProbeMs = 5000;

/** What every request of a sender shares. */
export interface DeliveryTools {
  readonly settings: SenderSettings;
  readonly headers: string[];
  readonly clock: Clock;
  readonly random: () => number;
  readonly aborts: AbortWatch;
}

/** The way there: a server's line of waiting requests, what is known of its state, and its connections. */
export interface Route {
  readonly line: RequestLine;
  /** Counts tries that nobody answered, or not with an answer of Loop's. */
  readonly breaker: Breaker;
  /** Counts answers that asked for fewer requests. */
  readonly throttle: Breaker;
  readonly connections: Connections;
}

/** One request on its way: from getting in line, through every try and the waits between them, to its one result. */
export class Delivery implements QueuedRequest {
  readonly #tools: DeliveryTools;
  readonly #route: Route;
  readonly #path: string;
  readonly #signal: AbortSignal | null;
  readonly #settle: (result: SendResult) => void;
  #attempts = 0;
  #lastStatus: number | null = null;
  #callOff: (() => void) | null = null;
  #listening = false;
  isGone = false;

  constructor(
    tools: DeliveryTools,
    route: Route,
    path: string,
    signal: AbortSignal | null,
    settle: (result: SendResult) => void,
  ) {
    this.#tools = tools;
    this.#route = route;
    this.#path = path;
    this.#signal = signal;
    this.#settle = settle;
  }

  /** Gets in line. */
  start(): void {
    if (this.#signal?.aborted === true) {
      this.#abort();
      return;
    }
    this.#route.line.join(this, false);
    if (this.#attempts === 0) this.#listen();
  }

  send(round: number): void {
    this.#attempts++;
    this.#unlisten();
    const { settings, headers } = this.#tools;
    const attempt = new Attempt(settings.timeoutMs, (answer, error) => {
      if (answer === null) this.#lost(error, round);
      else this.#read(answer, round);
      this.#route.line.comeBack();
    });
    this.#route.connections.dispatch({ path: this.#path, method: 'GET', headers }, attempt);
  }

  #lost(error: Error | null, round: number): void {
    const { code, cause } = readConnectionFault(error);
    this.#tryAgain(code, cause, null, round);
  }

  #read(answer: Answer, round: number): void {
    const { status } = answer;
    this.#lastStatus = status;
    switch (readResponse(status)) {
      case 'accepted':
        this.#route.line.accepted(round);
        this.#route.breaker.close();
        this.#route.throttle.close();
        this.#settle({ status: 'delivered', httpStatus: status, attempts: this.#attempts });
        break;
      case 'final':
        this.#route.breaker.close();
        this.#route.throttle.close();
        this.#settle(refused(status, this.#attempts));
        break;
      case 'again':
        this.#tryAgain(status === 429 ? 'throttled' : 'unavailable', null, answer, round);
    }
  }

  #tryAgain(code: FailedCode, cause: string | null, answer: Answer | null, round: number): void {
    const { settings, clock, random } = this.#tools;
    const attempts = this.#attempts;
    const retryAfter = answer?.retryAfter ?? null;
    const nowMs = clock.now();
    const delayMs = retryDelayMs({ attempts, retryAfter, nowMs, random: random() }, settings.retry);
    const asked = retryAfter !== null && readRetryAfterMs(retryAfter, nowMs) !== null;
    if (asked || code === 'throttled') this.#pauseAsAsked(round, delayMs, nowMs);
    else this.#pauseIfDown(round, nowMs);

    if (attempts >= settings.retry.attempts) {
      const last = failed(code, attempts, this.#lastStatus, cause);
      this.#settle(asked ? { ...last, retryAfterMs: delayMs } : last);
      return;
    }
    if (this.#signal?.aborted === true) {
      this.#abort();
      return;
    }
    this.#callOff = clock.after(delayMs, () => {
      this.#callOff = null;
      this.#route.line.join(this, true);
    });
    this.#listen();
    const { onRetry } = settings;
    if (onRetry === undefined) return;
    // In a turn of its own, so that an error in it can't break the delivery.
    queueMicrotask(() => {
      onRetry({ attempts, delayMs, httpStatus: answer?.status ?? null, asked });
    });
  }

  /** As long as Loop asked, and longer each time that it asks again: a `Retry-After: 0` must not become a flood. */
  #pauseAsAsked(round: number, delayMs: number, nowMs: number): void {
    const times = this.#route.throttle.fail(round);
    this.#route.line.pause(times === 0 ? delayMs : Math.max(delayMs, this.#pauseMs(times, nowMs, Infinity)));
  }

  #pauseIfDown(round: number, nowMs: number): void {
    const times = this.#route.breaker.fail(round);
    if (times > 0) this.#route.line.pause(this.#pauseMs(times, nowMs, maxProbeMs));
  }

  /** Half of the wait is certain, so that a server in trouble is left alone for a while in any case. */
  #pauseMs(times: number, nowMs: number, longestMs: number): number {
    const random = (1 + this.#tools.random()) / 2;
    const { retry } = this.#tools.settings;
    const maxDelayMs = Math.min(retry.maxDelayMs, longestMs);
    return retryDelayMs({ attempts: times, retryAfter: null, nowMs, random }, { ...retry, maxDelayMs });
  }

  /** An abort ends a wait at once. A request that is out comes back first: nobody would know whether Loop has it. */
  #listen(): void {
    if (this.#signal === null) return;
    this.#listening = true;
    this.#tools.aborts.add(this.#signal, this.#abort);
  }

  #unlisten(): void {
    if (!this.#listening || this.#signal === null) return;
    this.#listening = false;
    this.#tools.aborts.delete(this.#signal, this.#abort);
  }

  readonly #abort = (): void => {
    this.#callOff?.();
    this.isGone = true;
    this.#settle(failed('aborted', this.#attempts, this.#lastStatus));
  };
}
