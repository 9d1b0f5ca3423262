import { SettingsError, type Settings } from '@loop-adapters/core';
import {
  createDeliverer,
  openFileQueue,
  openRedisQueue,
  type Deliverer,
  type Queue,
  type QueueEvent,
} from '../queue/index.js';
import { keepAnswer } from './http/keep-answer.js';
import type { QueueState, RelayMetrics } from './watch/relay-metrics.js';
import type { RelaySettings } from './relay-settings.js';
import { readSenderSettings } from '../sender/sender-settings.js';
import type { RelayLog } from './watch/relay-log.js';

/** How long after a failed `add` the relay says that it is not ready, in milliseconds. */
const notReadyMs = 5000;

/**
 * How long what the queue said of itself is passed on, in milliseconds: to count a million events takes a moment in
 * which nothing else is done, and who asks for the state is no reason to stop.
 */
const stateMs = 1000;

/** A relay holds so many events at least: what has just come in is delivered without a look into the queue. */
const minInFlight = 1000;

/** What is behind the relay's door: the queue, and what delivers from it. */
export class Backend {
  readonly #queue: Queue;
  readonly #deliverer: Deliverer;
  #failedAtMs = Number.NEGATIVE_INFINITY;

  /**
   * Opens the queue and starts to deliver.
   *
   * @param loop the core's settings: where to deliver, and the source hashes
   * @throws SettingsError that lists every problem of `queue`, or of `sender`; QueueError if the queue can't be opened
   */
  static async open(settings: RelaySettings, loop: Settings, metrics: RelayMetrics, log: RelayLog): Promise<Backend> {
    const queue = await under('queue', () => openQueue(settings.queue));
    try {
      const deliverer = await under('sender', () => startDelivery(queue, settings, loop, metrics, log));
      return new Backend(queue, deliverer);
    } catch (error) {
      await queue.close();
      throw error;
    }
  }

  private constructor(queue: Queue, deliverer: Deliverer) {
    this.#queue = queue;
    this.#deliverer = deliverer;
  }

  /** @throws QueueError if the events can't be kept */
  async add(events: readonly QueueEvent[]): ReturnType<Queue['add']> {
    try {
      return await this.#queue.add(events);
    } catch (error) {
      this.#failedAtMs = performance.now();
      throw error;
    }
  }

  /** Whether events can be kept, as far as is known. */
  async isReady(): Promise<boolean> {
    return (
      this.#queue.fault === null && performance.now() - this.#failedAtMs > notReadyMs && (await this.state()) !== null
    );
  }

  /** What is in the queue, or was a moment ago; null if it can't be asked. */
  readonly state = keepAnswer(
    () => this.#ask(),
    stateMs,
    () => performance.now(),
  );

  async #ask(): Promise<QueueState | null> {
    try {
      const { waiting, dead, oldestWaitedMs } = await this.#queue.counts();
      return { depth: waiting, oldestAgeSeconds: (oldestWaitedMs ?? 0) / 1000, deadLetters: dead };
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
    const state = await this.#ask();
    await this.#queue.close();
    return state?.depth ?? null;
  }
}

function openQueue(settings: RelaySettings['queue']): Promise<Queue> {
  return 'url' in settings ? openRedisQueue(settings) : openFileQueue(settings);
}

async function startDelivery(
  queue: Queue,
  { sender, maxAgeHours }: RelaySettings,
  { endpoint, sourceHash }: Settings,
  metrics: RelayMetrics,
  log: RelayLog,
): Promise<Deliverer> {
  const { concurrency } = readSenderSettings(sender);
  return createDeliverer({
    queue,
    endpoint,
    sourceHash,
    sender,
    maxInFlight: Math.max(minInFlight, 4 * concurrency),
    maxAgeHours,
    onDelivered({ httpStatus, attempts, tookMs }) {
      metrics.delivered.inc();
      metrics.deliverySeconds.observe(tookMs / 1000);
      log('trace', 'delivered', { httpStatus, attempts });
    },
    onRetry({ code, httpStatus, attempts, delayMs }) {
      metrics.retried.inc({ code });
      log('debug', 'tried again later', { code, httpStatus, attempts, delayMs: Math.round(delayMs) });
    },
    onDeadLetter({ code, httpStatus, attempts }) {
      metrics.rejected.inc({ code });
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
