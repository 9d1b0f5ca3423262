import { retryDelayMs } from '@loop-adapters/core';
import { systemClock } from '../sender/clock.js';
import { deliveryCodes } from '../sender/delivery-codes.js';
import { deadLetterCodes, type DeadLetterCode } from '../queue/dead-letter-codes.js';
import type { Burial, Lease } from '../queue/queue.js';
import { QueueError } from '../queue/queue-error.js';
import { deliverySources, type DeliverySources, type DeliverySourcesInput } from '../sender/delivery-sources.js';
import { createRequestUrl } from '../sender/request-url.js';
import type { Failed, SendResult } from '../sender/result.js';
import { createSender, type Sender, type SenderTools } from '../sender/sender.js';
import { readDelivererSettings, type DelivererSettings, type DelivererSettingsInput } from './deliverer-settings.js';
import { Settler, troublePauseMs } from './settler.js';
import { startTidying } from './tidying.js';
import type { Wall } from './wall.js';
import { tellWall, Walls } from './walls.js';

/** Delivers what is in a queue. */
export interface Deliverer {
  /**
   * Resolves as soon as the queue holds nothing that is to be delivered: nothing ready, delayed or on its way. Dead
   * letters don't count. If the queue can't be asked, it waits until it can. Resolves also when the deliverer stops.
   */
  whenEmpty(): Promise<void>;
  /** From the next event on, these source hashes are put in instead of those of the settings. */
  useSources(sources: DeliverySourcesInput): void;
  /**
   * Goes on until nothing is ready to go out, at most for `withinMs`; then takes no more, waits for the answers that
   * are on their way (at most the sender's `timeoutMs`), and gives back to the queue what has none. The queue stays
   * open.
   *
   * @param options `withinMs`: 10 seconds if left out; 0 stops at once
   */
  stop(options?: { readonly withinMs?: number }): Promise<void>;
}

const hourMs = 3_600_000;
const defaultStopMs = 10_000;

/** How long an event of a source with a wall stays in the queue before it is looked at again, and up to twice that. */
const keptAtWallMs = 60_000;

/**
 * Starts to deliver what is in a queue: puts the source hash in, sends, and settles each event.
 *
 * - 2xx: acknowledged.
 * - A final no: buried with Loop's status.
 * - Anything else: given back to the queue, due after the wait that {@link retryDelayMs} or Loop's `Retry-After` says,
 *   however often it takes. Only its age ends that (`maxAgeHours`): an event is not lost because Loop is down.
 *
 * While Loop is down, one request at a time is tried (see `breakerFailures` of the sender).
 *
 * @param settings see {@link DelivererSettingsInput}
 * @param tools another clock or random number, for tests
 * @throws SettingsError that lists every problem of the settings
 */
export function createDeliverer(settings: DelivererSettingsInput, tools: Partial<SenderTools> = {}): Deliverer {
  const parsed = readDelivererSettings(settings);
  const whole = { clock: tools.clock ?? systemClock, random: tools.random ?? Math.random };
  return new QueueDeliverer(parsed, whole);
}

class QueueDeliverer implements Deliverer {
  readonly #settings: DelivererSettings;
  readonly #tools: SenderTools;
  readonly #sender: Sender;
  readonly #settler: Settler;
  readonly #maxInFlight: number;
  /** Null if a wall is not looked for. */
  #walls: Walls | null;
  #requestUrl: ReturnType<typeof createRequestUrl>;
  readonly #abort = new AbortController();
  readonly #sendOptions = { signal: this.#abort.signal };
  readonly #stopListening: () => void;
  /** Leased events that are not settled yet. */
  #held = 0;
  #toldFault: QueueError | null = null;
  #pulling = false;
  #askedAgain = false;
  #stopping: Promise<void> | null = null;
  #onIdle: (() => void) | null = null;
  #waitingForEmpty: (() => void)[] = [];
  #callOffPoll: () => void = () => undefined;
  readonly #stopTidying: () => void;

  constructor(settings: DelivererSettings, tools: SenderTools) {
    this.#settings = settings;
    this.#tools = tools;
    // One try each: the waits between tries are the queue's, so that they outlast this process.
    const retry = { ...settings.sender.retry, attempts: 1 };
    this.#sender = createSender({ ...settings.sender, retry }, tools);
    this.#maxInFlight = settings.maxInFlight ?? 4 * settings.sender.concurrency;
    const sources = deliverySources(settings);
    this.#walls = this.#createWalls(sources);
    this.#requestUrl = createRequestUrl(settings.endpoint, sources.common, sources.own);
    this.#settler = new Settler(
      settings.queue,
      tools.clock,
      Math.ceil(this.#maxInFlight / 4),
      this.#trouble,
      (count) => {
        this.#held -= count;
        void this.#pull();
      },
    );
    this.#stopListening = settings.queue.onAdded(() => void this.#pull());
    void this.#pull();
    this.#stopTidying = startTidying({ ...settings, clock: tools.clock, onTrouble: this.#trouble });
  }

  whenEmpty(): Promise<void> {
    return new Promise((resolve) => {
      this.#waitingForEmpty.push(resolve);
      void this.#pull();
    });
  }

  useSources(given: DeliverySourcesInput): void {
    const sources = deliverySources(given);
    this.#requestUrl = createRequestUrl(this.#settings.endpoint, sources.common, sources.own);
    // Loop may take with another source hash what it refused before.
    this.#walls = this.#createWalls(sources);
    void this.#pull();
  }

  stop({ withinMs = defaultStopMs }: { readonly withinMs?: number } = {}): Promise<void> {
    this.#stopping ??= this.#stop(withinMs);
    return this.#stopping;
  }

  async #stop(withinMs: number): Promise<void> {
    this.#stopListening();
    this.#stopTidying();
    const idle = new Promise<void>((resolve) => {
      this.#onIdle = resolve;
    });
    if (withinMs === 0) this.#halt();
    const callOff = this.#tools.clock.after(withinMs, () => this.#halt());
    void this.#pull();
    await idle;
    callOff();
    this.#callOffPoll();
    for (const resolve of this.#waitingForEmpty.splice(0)) resolve();
    await this.#sender.close();
  }

  #createWalls(sources: DeliverySources): Walls | null {
    const { wallAfter } = this.#settings;
    return wallAfter === undefined ? null : new Walls(wallAfter, sources, () => this.#tools.clock.now());
  }

  /** Takes no more. What waits for its turn comes back as `aborted`. */
  #halt(): void {
    this.#abort.abort();
    this.#settler.giveUp();
    void this.#pull();
  }

  async #pull(): Promise<void> {
    if (this.#pulling) {
      this.#askedAgain = true;
      return;
    }
    this.#pulling = true;
    this.#callOffPoll();
    let waitMs = this.#settings.pollMs;
    let isTroubled = false;
    do {
      this.#askedAgain = false;
      this.#tellFault();
      try {
        while (this.#hasRoom()) {
          const leases = await this.#settings.queue.lease(this.#mayTake());
          if (leases.length === 0) break;
          this.#held += leases.length;
          for (const lease of leases) this.#deliver(lease);
        }
      } catch (error) {
        this.#trouble(error);
        isTroubled = true;
        waitMs = troublePauseMs;
      }
      if (this.#waitingForEmpty.length > 0 && (await this.#isEmpty())) {
        for (const resolve of this.#waitingForEmpty.splice(0)) resolve();
      }
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- others set it while this one waits
    } while (this.#askedAgain && !isTroubled);
    this.#pulling = false;
    if (this.#onIdle !== null && this.#held === 0) this.#onIdle();
    else {
      const dueMs = Math.max(waitMs, this.#walls?.waitMs() ?? 0);
      this.#callOffPoll = this.#tools.clock.after(dueMs, () => void this.#pull());
    }
  }

  /** Says once what the queue can't promise any more. */
  #tellFault(): void {
    const { fault } = this.#settings.queue;
    if (fault !== null && fault !== this.#toldFault) this.#trouble(fault);
    this.#toldFault = fault;
  }

  /** Leasing costs a transaction, so it is done for some events at a time. */
  #hasRoom(): boolean {
    return !this.#abort.signal.aborted && this.#held <= this.#maxInFlight / 2 && this.#mayTake() > 0;
  }

  #mayTake(): number {
    const room = this.#maxInFlight - this.#held;
    return this.#walls?.mayTake(room) ?? room;
  }

  #deliver(lease: Lease): void {
    const startMs = this.#tools.clock.now();
    if (lease.waitedMs > this.#settings.maxAgeHours * hourMs) {
      this.#giveUp(lease, 'expired');
      return;
    }
    const url = this.#requestUrl(lease.params);
    if (url === null) {
      this.#giveUp(lease, 'no_source_hash');
      return;
    }
    const wall = this.#walls?.of(lease.params) ?? null;
    if (wall !== null && wall.waitMs(startMs) > 0) {
      this.#keepAtWall(lease, lease.attempts);
      return;
    }
    wall?.trying();
    // It never rejects.
    void this.#sender.send({ url }, this.#sendOptions).then((result) => {
      const attempts = lease.attempts + result.attempts;
      if (wall !== null && this.#isKeptAtWall(wall, result)) this.#keepAtWall(lease, attempts);
      else this.#settle(lease, result, attempts, startMs);
    });
  }

  #isKeptAtWall(wall: Wall, result: SendResult): boolean {
    const wasUp = wall.isUp;
    const isKept = tellWall(wall, result, this.#tools.clock.now());
    if (wasUp !== wall.isUp || isKept) this.#settings.onWall?.({ isUp: wall.isUp, httpStatus: wall.httpStatus });
    return isKept;
  }

  #keepAtWall(lease: Lease, attempts: number): void {
    const delayMs = Math.ceil(keptAtWallMs * (1 + this.#tools.random()));
    this.#settler.release({ lease, delayMs, attempts });
  }

  #settle(lease: Lease, result: SendResult, attempts: number, startMs: number): void {
    switch (result.status) {
      case 'delivered':
        this.#settings.onDelivered?.({
          httpStatus: result.httpStatus,
          attempts,
          tookMs: this.#tools.clock.now() - startMs,
        });
        this.#settler.delivered(lease);
        break;
      case 'refused':
        this.#bury({ lease, code: result.code, httpStatus: result.httpStatus, attempts, message: result.message });
        break;
      case 'failed':
        this.#tryLater(lease, result, attempts);
    }
  }

  #tryLater(lease: Lease, result: Failed, attempts: number): void {
    const { code, lastStatus: httpStatus } = result;
    if (code === 'aborted' || code === 'closed') {
      // It did not go out.
      this.#settler.release({ lease, delayMs: 0, attempts });
      return;
    }
    if (code === 'invalid_request') {
      this.#bury({ lease, code, httpStatus, attempts, message: deliveryCodes[code] });
      return;
    }
    const nowMs = this.#tools.clock.now();
    const failedTry = { attempts, retryAfter: null, nowMs, random: this.#tools.random() };
    const delayMs = result.retryAfterMs ?? retryDelayMs(failedTry, this.#settings.sender.retry);
    this.#settings.onRetry?.({ code, httpStatus, cause: result.cause ?? null, attempts, delayMs });
    this.#settler.release({ lease, delayMs, attempts });
  }

  #giveUp(lease: Lease, code: DeadLetterCode): void {
    this.#bury({ lease, code, httpStatus: null, attempts: lease.attempts, message: deadLetterCodes[code] });
  }

  #bury(burial: Burial): void {
    const { code, httpStatus, attempts } = burial;
    this.#settings.onDeadLetter?.({ code, httpStatus, attempts });
    this.#settler.bury(burial);
  }

  async #isEmpty(): Promise<boolean> {
    if (this.#held > 0) return false;
    try {
      return (await this.#settings.queue.counts()).waiting === 0;
    } catch (error) {
      this.#trouble(error);
      return false;
    }
  }

  readonly #trouble = (error: unknown): void => {
    this.#settings.onTrouble?.(error instanceof QueueError ? error : new QueueError('queue_failed'));
  };
}
