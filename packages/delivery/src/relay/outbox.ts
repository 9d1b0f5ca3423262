import { SettingsError } from '@loop-adapters/core';
import {
  createDeliverer,
  openFileQueue,
  openRedisQueue,
  type Deliverer,
  type Queue,
  type QueueEvent,
} from '../queue/index.js';
import type { DeliverySourcesInput } from '../sender/delivery-sources.js';
import { Readiness } from './readiness.js';
import type { RelaySettings } from './relay-settings.js';
import { keepAnswer } from './watch/kept-answer.js';
import { loopLines, type LoopLines } from './watch/loop-lines.js';
import type { RelayLog } from './watch/relay-log.js';
import type { QueueState, RelayMetrics } from './watch/relay-metrics.js';

/**
 * How long what the queue said of itself is passed on, in milliseconds: to ask takes a moment in which nothing else is
 * done, and who asks for the state is no reason to stop.
 */
const stateMs = 1000;

/** A relay holds so many events at least: what has just come in is delivered without a look into the queue. */
const minInFlight = 1000;

/** So many times the same final no of Loop's are a wall: nothing becomes a dead letter then. */
const wallAfter = 20;

/** Where accepted events are kept until Loop has them: the queue, and what delivers from it. */
export class Outbox {
  readonly #queue: Queue;
  readonly #deliverer: Deliverer;
  readonly #lines: LoopLines;
  readonly #readiness = new Readiness(() => performance.now());

  /**
   * Opens the queue and starts to deliver.
   *
   * @param to where the events go, and the source hashes that they go with
   * @throws SettingsError that lists every problem of `queue`, or of `sender`; QueueError if the queue can't be opened
   */
  static async open(
    settings: RelaySettings,
    to: DeliverySourcesInput & { readonly endpoint: string },
    metrics: RelayMetrics,
    log: RelayLog,
  ): Promise<Outbox> {
    const queue = await under('queue', () => openQueue(settings.queue));
    if (queue.recovery !== null) log('error', 'the queue was damaged and is set aside', { ...queue.recovery });
    const lines = loopLines(log);
    try {
      const deliverer = await under('sender', async () => startDelivery({ queue, settings, to, metrics, log, lines }));
      return new Outbox(queue, deliverer, lines);
    } catch (error) {
      await queue.close();
      throw error;
    }
  }

  private constructor(queue: Queue, deliverer: Deliverer, lines: LoopLines) {
    this.#queue = queue;
    this.#deliverer = deliverer;
    this.#lines = lines;
  }

  /** @throws QueueError if the events can't be kept */
  async add(events: readonly QueueEvent[]): ReturnType<Queue['add']> {
    try {
      const added = await this.#queue.add(events);
      this.#readiness.kept();
      return added;
    } catch (error) {
      this.#readiness.notKept();
      throw error;
    }
  }

  /** From the next event on, these source hashes are put in. */
  useSources(hashes: DeliverySourcesInput): void {
    this.#deliverer.useSources(hashes);
  }

  /** Whether events can be kept, as far as is known. */
  async isReady(): Promise<boolean> {
    return this.#queue.fault === null && this.#readiness.isLikely() && (await this.state()) !== null;
  }

  /** What is in the queue, or was a moment ago; null if it can't be asked. */
  readonly state = keepAnswer(
    () => this.#ask(),
    stateMs,
    () => performance.now(),
  );

  async #ask(): Promise<QueueState | null> {
    try {
      const { oldestWaitedMs, leased: _, ...books } = await this.#queue.counts();
      return { oldestAgeSeconds: (oldestWaitedMs ?? 0) / 1000, books };
    } catch {
      return null;
    }
  }

  /**
   * Delivers what is ready, at most for `drainMs`, and closes the queue.
   *
   * @returns how many events are left; null if the queue could not say
   */
  async close(drainMs: number): Promise<number | null> {
    await this.#deliverer.stop({ withinMs: drainMs });
    this.#lines.close();
    const state = await this.#ask();
    await this.#queue.close();
    return state?.books.waiting ?? null;
  }
}

function openQueue(settings: RelaySettings['queue']): Promise<Queue> {
  return 'url' in settings ? openRedisQueue(settings) : openFileQueue(settings);
}

interface DeliveryParts {
  readonly queue: Queue;
  readonly settings: RelaySettings;
  readonly to: DeliverySourcesInput & { readonly endpoint: string };
  readonly metrics: RelayMetrics;
  readonly log: RelayLog;
  readonly lines: LoopLines;
}

function startDelivery({ queue, settings, to, metrics, log, lines }: DeliveryParts): Deliverer {
  const { sender, maxAgeHours } = settings;
  return createDeliverer({
    queue,
    ...to,
    sender,
    maxInFlight: Math.max(minInFlight, 4 * sender.concurrency),
    maxAgeHours,
    wallAfter,
    onDelivered({ httpStatus, attempts, tookMs }) {
      metrics.delivered.inc();
      metrics.deliverySeconds.observe(tookMs / 1000);
      log('trace', 'delivered', { httpStatus, attempts });
    },
    onRetry({ code, httpStatus, cause, attempts, delayMs }) {
      metrics.retried.inc({ code });
      lines.troubled({ code, cause, httpStatus });
      log('debug', 'tried again later', { code, httpStatus, attempts, delayMs: Math.round(delayMs) });
    },
    onWall({ isUp, httpStatus }) {
      metrics.wall.set(isUp ? 1 : 0);
      if (isUp) lines.refusedAll(httpStatus);
      else log('warn', 'Loop takes events of the source again', { httpStatus });
    },
    onDeadLetter({ code, httpStatus, attempts }) {
      metrics.dead.inc({ code });
      log('warn', 'dead letter', { code, httpStatus, attempts });
    },
    onTrouble({ code }) {
      log('error', 'trouble with the queue', { code });
    },
    onDropped(events) {
      metrics.dropped.inc(events);
      log('warn', 'dead letters dropped', { events });
    },
  });
}

/** Names the part of the settings that a problem is in. */
async function under<Result>(part: string, open: () => Promise<Result>): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new SettingsError(
      error.problems.map(({ path, message }) => ({ path: path.startsWith(part) ? path : `${part}.${path}`, message })),
    );
  }
}
