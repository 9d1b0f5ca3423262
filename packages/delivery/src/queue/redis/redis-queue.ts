import { randomUUID } from 'node:crypto';
import { Queue as JobQueue, Worker, type BulkJobOptions, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import { AddedListeners } from '../added-listeners.js';
import { toAdded } from '../added.js';
import { eventIdentity } from '../event-identity.js';
import type { Added, Burial, Lease, Queue, QueueCounts, QueueEvent, Release, Tidied } from '../queue.js';
import { AddedTimes } from './added-times.js';
import { checkRedis } from './check-redis.js';
import { connectRedis, disconnectRedis } from './connect-redis.js';
import { HeldLeases } from './held-leases.js';
import { LeasedJobs } from './leased-jobs.js';
import { MemoryRoom } from './memory-room.js';
import { OpenCalls } from './open-calls.js';
import { RedisDeadLetters } from './redis-dead-letters.js';
import { toRedisQueueError } from './redis-error.js';
import type { RedisQueueSettings } from './redis-queue-settings.js';
import { jobName, jobOptions, newKey, type StoredEvent } from './stored-event.js';
import { waitForAll } from './wait-for-all.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A queue in Redis, as jobs of BullMQ: waiting and delayed events, active ones for leases, failed ones for dead letters. */
export class RedisQueue implements Queue {
  readonly deadLetters: RedisDeadLetters;
  readonly #settings: RedisQueueSettings;
  readonly #redis: Redis;
  readonly #jobs: JobQueue<StoredEvent>;
  readonly #worker: Worker<StoredEvent>;
  readonly #calls = new OpenCalls();
  readonly #addedTimes: AddedTimes;
  readonly #room: MemoryRoom;
  readonly #leased: LeasedJobs;
  readonly #held: HeldLeases;
  readonly #holder = randomUUID();
  readonly #listeners = new AddedListeners();
  #handouts = 0;
  #closing: Promise<void> | null = null;

  /** @throws QueueError if Redis can't be reached, or if it would lose events and `acceptLoss` is not set */
  static async open(settings: RedisQueueSettings): Promise<RedisQueue> {
    const redis = await connectRedis(settings);
    try {
      await checkRedis(redis, settings.acceptLoss);
    } catch (error) {
      await disconnectRedis(redis);
      throw toRedisQueueError(error);
    }
    const queue = new RedisQueue(settings, redis);
    try {
      await queue.#worker.waitUntilReady();
      await queue.#worker.startStalledCheckTimer();
      return queue;
    } catch (error) {
      await queue.close();
      throw toRedisQueueError(error);
    }
  }

  private constructor(settings: RedisQueueSettings, redis: Redis) {
    const { name, leaseMs, maxMemoryPercent, maxRequestsPerSecond: max } = settings;
    this.#settings = settings;
    this.#redis = redis;
    // BullMQ frees an event at the second check that finds it without a lock, so both fit into `leaseMs`.
    const stalledInterval = Math.min(1000, leaseMs / 4);
    const lockDuration = leaseMs - 2 * stalledInterval;
    const shared = { connection: redis, prefix: 'loop', skipVersionCheck: true };
    // Nobody reads BullMQ's stream of what happened, so it is kept short.
    this.#jobs = new JobQueue(name, { ...shared, streams: { events: { maxLen: 100 } } });
    this.#worker = new Worker(name, null, {
      ...shared,
      autorun: false,
      lockDuration,
      stalledInterval,
      // However often its holders were killed, an event is no dead letter for that.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
      ...(max === undefined ? {} : { limiter: { max, duration: 1000 } }),
    });
    // Every call reports its own fault. An emitter without a listener would write to the console.
    this.#jobs.on('error', () => undefined);
    this.#worker.on('error', () => undefined);
    this.#addedTimes = new AddedTimes(redis, this.#jobs.toKey);
    this.#room = new MemoryRoom(redis, maxMemoryPercent);
    this.#leased = new LeasedJobs(this.#worker, this.#jobs, redis);
    this.#held = new HeldLeases(this.#worker, lockDuration);
    this.deadLetters = new RedisDeadLetters(redis, this.#jobs, this.#addedTimes, this.#calls, () => {
      this.#listeners.tell();
    });
  }

  async add(events: readonly QueueEvent[]): Promise<Added> {
    const areNew = await this.#calls.run(async () => {
      if (events.length === 0) return [];
      await this.#room.check(events.length);
      const nowMs = Date.now();
      const keys = events.map(() => newKey(nowMs));
      await this.#addedTimes.note(keys, nowMs);
      const jobs = await this.#jobs.addBulk(
        events.map((event, index) => ({
          name: jobName,
          data: { params: event.params, addedAtMs: nowMs, attempts: 0 },
          opts: { ...jobOptions, ...this.#deduplication(event), jobId: keys[index] ?? '' },
        })),
      );
      // Where the ID was known, BullMQ names the event that has it.
      const areNew = keys.map((key, index) => jobs[index]?.id === key);
      await this.#addedTimes.forget(keys.filter((_, index) => !areNew[index]));
      return areNew;
    });
    const added = toAdded(areNew);
    if (added.accepted > 0) this.#listeners.tell();
    return added;
  }

  lease(limit: number): Promise<readonly Lease[]> {
    return this.#calls.run(async () => {
      const { maxRequestsPerSecond = limit } = this.#settings;
      const wanted = Math.min(limit, maxRequestsPerSecond, await this.#countReady());
      if (wanted === 0) return [];
      this.#handouts++;
      const token = `${this.#holder}:${this.#handouts}`;
      const results = await Promise.allSettled(
        Array.from({ length: wanted }, () => this.#worker.getNextJob(token, { block: false })),
      );
      const leases = results.flatMap((result) =>
        result.status === 'fulfilled' && result.value !== undefined ? [toLease(result.value, token)] : [],
      );
      const failed = results.find((result) => result.status === 'rejected');
      // What was handed out has to be delivered. What is amiss will show at the next call.
      if (leases.length === 0 && failed !== undefined) throw failed.reason;
      return this.#held.add(leases);
    });
  }

  acknowledge(leases: readonly Lease[]): Promise<void> {
    return this.#settle(
      leases.map((lease) => ({ lease })),
      async ({ lease }) => {
        await this.#leased.remove(lease);
        return true;
      },
    );
  }

  release(releases: readonly Release[]): Promise<void> {
    return this.#settle(releases, async (release) => {
      await this.#leased.release(release);
      return false;
    });
  }

  bury(burials: readonly Burial[]): Promise<void> {
    return this.#settle(burials, (burial) => this.#leased.bury(burial));
  }

  counts(): Promise<QueueCounts> {
    return this.#calls.run(async () => {
      const [{ waiting, dead }, oldestAddedAtMs] = await Promise.all([this.#count(), this.#addedTimes.oldest()]);
      const oldestWaitedMs =
        waiting === 0 || oldestAddedAtMs === null ? null : Math.max(0, Date.now() - oldestAddedAtMs);
      return { waiting, leased: this.#held.count, dead, oldestWaitedMs };
    });
  }

  async tidy(): Promise<Tidied> {
    const { deadLetterDays, maxDeadLetters } = this.#settings;
    const deadLetters = await this.deadLetters.tidy(Date.now() - deadLetterDays * dayMs, maxDeadLetters);
    // Redis forgets each ID by itself when its time has come.
    return { deadLetters, ids: 0 };
  }

  onAdded(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#calls.close();
    // If Redis is gone, they are free when BullMQ has heard nothing of them for long enough.
    await Promise.allSettled(this.#held.stop().map((lease) => this.#leased.free(lease)));
    // A check of BullMQ's for silent holders that is under way ends first: it would set a timer that nobody stops.
    await this.#redis.ping().catch(() => undefined);
    await this.#worker.close(true);
    await this.#jobs.close();
    await disconnectRedis(this.#redis);
  }

  /** @param settle returns whether the event is no longer one that is to be delivered */
  #settle<Item extends { readonly lease: Lease }>(
    items: readonly Item[],
    settle: (item: Item) => Promise<boolean>,
  ): Promise<void> {
    return this.#calls.run(async () => {
      const gone: string[] = [];
      await waitForAll(
        items.map(async (item) => {
          const { lease } = item;
          const token = this.#held.take(lease);
          try {
            if (await settle({ ...item, lease: { ...lease, token } })) gone.push(lease.key);
          } catch (error) {
            this.#held.putBack(lease, token);
            throw error;
          }
        }),
      );
      await this.#addedTimes.forget(gone);
    });
  }

  async #count(): Promise<Pick<QueueCounts, 'waiting' | 'dead'>> {
    // "paused" has what waits while somebody has paused the queue with one of BullMQ's tools.
    const { failed: dead = 0, ...others } = await this.#jobs.getJobCounts(
      'wait',
      'paused',
      'delayed',
      'active',
      'failed',
    );
    return { waiting: Object.values(others).reduce((sum, count) => sum + count, 0), dead };
  }

  /** How many wait no longer for their next try. BullMQ counts them as delayed until somebody asks for events. */
  #countDue(): Promise<number> {
    return this.#redis.zcount(this.#jobs.toKey('delayed'), '-inf', dueScore(Date.now()));
  }

  /** How many can be handed out now. */
  async #countReady(): Promise<number> {
    const [waiting, due] = await Promise.all([this.#redis.llen(this.#jobs.toKey('wait')), this.#countDue()]);
    return waiting + due;
  }

  #deduplication(event: QueueEvent): Pick<BulkJobOptions, 'deduplication'> {
    const { duplicateHours } = this.#settings;
    const identity = duplicateHours === 0 ? null : eventIdentity(event);
    if (identity === null) return {};
    return { deduplication: { id: identity.toString('base64url'), ttl: duplicateHours * hourMs } };
  }
}

function toLease({ id = '', data }: Job<StoredEvent>, token: string): Lease {
  const { params, addedAtMs, attempts } = data;
  return { key: id, token, params, waitedMs: Math.max(0, Date.now() - addedAtMs), attempts };
}

/** BullMQ orders delayed events by the time when they are due, times 4096, so that many fit into one millisecond. */
function dueScore(nowMs: number): number {
  return (nowMs + 1) * 4096 - 1;
}
