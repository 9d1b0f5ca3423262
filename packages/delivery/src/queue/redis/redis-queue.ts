import { Queue as JobQueue, Worker } from 'bullmq';
import { Cluster, type Redis } from 'ioredis';
import { toAdded } from '../added.js';
import { AddedListeners } from '../added-listeners.js';
import type { Added, Burial, Lease, Queue, QueueCounts, QueueEvent, Release, Tidied } from '../queue.js';
import type { QueueBooks } from '../queue-books.js';
import { QueueError } from '../queue-error.js';
import { machineClocks, type MachineClocks } from '../queue-time.js';
import { checkDatabase, checkDurability, checkLayout, checkPrimary, checkVersion, primaries } from './check-redis.js';
import { connectRedis, connectWorker, disconnectRedis, type RedisClient } from './connect-redis.js';
import { HeldPieces } from './held-pieces.js';
import { MemoryRoom } from './memory-room.js';
import { OpenCalls } from './open-calls.js';
import type { Piece } from './piece.js';
import { PieceIntake } from './piece-intake.js';
import { RedisBooks } from './redis-books.js';
import { RedisDeadLetters } from './redis-dead-letters.js';
import { toRedisQueueError } from './redis-error.js';
import { redisKeys, type RedisKeys } from './redis-keys.js';
import type { RedisQueueSettings } from './redis-queue-settings.js';
import { paceScript, runScript } from './redis-scripts.js';
import { repairPieces } from './repair-pieces.js';
import { RedisTime } from './redis-time.js';
import { RedisWatch, watchMs } from './redis-watch.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** BullMQ's queue. Its keys begin with the queue's own prefix. */
const jobQueueName = 'pieces';

/** So many pieces a process holds at most. */
const maxPieces = 200;

/** How long pieces that are done are gathered before what is left of them is cleared away, in milliseconds. */
const clearMs = 50;

/** A queue in Redis. BullMQ keeps the pieces, hands them out, delays them, and finds those of a process that is gone. */
export class RedisQueue implements Queue {
  readonly deadLetters: RedisDeadLetters;
  readonly recovery = null;
  readonly #settings: RedisQueueSettings;
  readonly #redis: RedisClient;
  readonly #keys: RedisKeys;
  readonly #jobs: JobQueue<Piece>;
  readonly #calls = new OpenCalls();
  readonly #room: MemoryRoom;
  readonly #watch: RedisWatch;
  readonly #time: RedisTime;
  readonly #intake: PieceIntake;
  readonly #held: HeldPieces;
  readonly #books: RedisBooks;
  readonly #listeners = new AddedListeners();
  /** BullMQ's worker and its connection: opened when somebody asks for events. */
  #worker: Promise<readonly [Worker<Piece>, RedisClient]> | null = null;
  /** In a cluster: where all keys of the queue are. */
  #slot: number | null = null;
  #done: string[] = [];
  #clearTimer: NodeJS.Timeout | null = null;
  #watchTimer: NodeJS.Timeout | null = null;
  readonly #end = new AbortController();
  #closing: Promise<void> | null = null;

  /** @throws QueueError if Redis can't be reached, or if it would lose events and `acceptLoss` is not set */
  static async open(settings: RedisQueueSettings, clocks: MachineClocks = machineClocks): Promise<RedisQueue> {
    const redis = await connectRedis(settings);
    try {
      await checkDatabase(redis);
      await checkVersion(redis);
      await checkPrimary(redis);
      if (!settings.acceptLoss) await checkDurability(redis);
      const keys = redisKeys(settings.name);
      await checkLayout(redis, settings.name);
      const time = await RedisTime.start(redis, keys, clocks);
      const queue = new RedisQueue(settings, redis, keys, time);
      await queue.#jobs.waitUntilReady();
      await queue.#watch.start();
      await queue.deadLetters.finishReturns();
      queue.#planWatch();
      return queue;
    } catch (error) {
      await disconnectRedis(redis);
      throw toRedisQueueError(error);
    }
  }

  private constructor(settings: RedisQueueSettings, redis: RedisClient, keys: RedisKeys, time: RedisTime) {
    const { maxMemoryPercent, duplicateHours, acceptLoss } = settings;
    this.#settings = settings;
    this.#redis = redis;
    this.#keys = keys;
    this.#time = time;
    // Nobody reads BullMQ's stream of what happened, so it is kept short.
    const streams = { events: { maxLen: 10 } };
    this.#jobs = new JobQueue(jobQueueName, {
      connection: redis,
      prefix: keys.prefix,
      skipVersionCheck: true,
      streams,
    });
    // Every call reports its own fault. An emitter without a listener would write to the console.
    this.#jobs.on('error', () => undefined);
    this.#room = new MemoryRoom(redis, maxMemoryPercent);
    this.#watch = new RedisWatch(redis, keys, acceptLoss);
    const rememberMs = duplicateHours * hourMs;
    const now = (): number => time.queueTime.now();
    const tools = { redis, jobs: this.#jobs, keys, now, rememberMs };
    this.#intake = new PieceIntake({ ...tools, secure: () => this.#secure() });
    this.#held = new HeldPieces({ ...tools, onReady: () => this.#listeners.tell() });
    this.#books = new RedisBooks(tools);
    this.deadLetters = new RedisDeadLetters({
      ...tools,
      calls: this.#calls,
      time: time.queueTime,
      onPutBack: () => this.#listeners.tell(),
    });
  }

  get fault(): QueueError | null {
    return this.#watch.fault;
  }

  async add(events: readonly QueueEvent[]): Promise<Added> {
    const areNew = await this.#calls.run(async () => {
      if (events.length === 0) return [];
      this.#watch.check();
      await this.#room.check(events.length);
      return this.#intake.add(events);
    });
    return toAdded(areNew);
  }

  lease(limit: number): Promise<readonly Lease[]> {
    return this.#calls.run(async () => {
      this.#worker ??= this.#startWorker();
      await this.#worker;
      return this.#held.lease(await this.#pace(limit));
    });
  }

  acknowledge(leases: readonly Lease[]): Promise<void> {
    return this.#calls.run(() => this.#held.acknowledge(leases));
  }

  release(releases: readonly Release[]): Promise<void> {
    return this.#calls.run(() => this.#held.release(releases));
  }

  bury(burials: readonly Burial[]): Promise<void> {
    return this.#calls.run(() => this.#held.bury(burials));
  }

  counts(): Promise<QueueCounts> {
    return this.#calls.run(async () => ({ ...(await this.#books.counts()), leased: this.#held.leased }));
  }

  books(): Promise<QueueBooks> {
    return this.#calls.run(() => this.#books.count());
  }

  async tidy(): Promise<Tidied> {
    const { deadLetterDays, maxDeadLetters } = this.#settings;
    const before = this.#time.queueTime.now() - deadLetterDays * dayMs;
    const deadLetters = await this.deadLetters.tidy(before, maxDeadLetters);
    await this.#calls.run(async () => {
      await this.deadLetters.finishReturns();
      await this.#books.clearOrphans();
    });
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
    clearTimeout(this.#watchTimer ?? undefined);
    await this.#calls.close();
    const [worker, connection] = (await this.#worker?.catch(() => null)) ?? [];
    await worker?.pause(true);
    // If Redis is gone or silent, BullMQ finds in time that nobody holds what this process held.
    const patienceMs = this.#redis.status === 'ready' ? this.#settings.timeoutMs : 0;
    const isGivenBack = await within(patienceMs, [this.#held.close(), this.#clear()]);
    this.#end.abort();
    if (!isGivenBack) connection?.disconnect();
    await within(this.#settings.timeoutMs, [
      ...(worker === undefined ? [] : [worker.close(!isGivenBack)]),
      this.#jobs.close(),
    ]);
    if (connection !== undefined) await disconnectRedis(connection);
    await disconnectRedis(this.#redis);
  }

  async #startWorker(): Promise<readonly [Worker<Piece>, RedisClient]> {
    const connection = await connectWorker(this.#settings, this.#end.signal);
    const { leaseMs } = this.#settings;
    // BullMQ frees a piece at the second check that finds it without a lock, so both fit into `leaseMs`.
    const stalledInterval = Math.min(1000, leaseMs / 4);
    const worker = new Worker<Piece>(jobQueueName, this.#held.process, {
      connection,
      prefix: this.#keys.prefix,
      skipVersionCheck: true,
      concurrency: maxPieces,
      lockDuration: leaseMs - 2 * stalledInterval,
      stalledInterval,
      // However often its holders were killed, a piece has not failed for that.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
      // While Redis is gone it is asked again this often.
      runRetryDelay: 500,
    });
    worker.on('error', (error) => {
      if (error instanceof SyntaxError) void repairPieces(this.#redis, this.#jobs).catch(() => undefined);
    });
    await worker.waitUntilReady();
    worker.on('completed', ({ id = '' }) => {
      this.#done.push(id);
      this.#clearTimer ??= setTimeout(() => void this.#clear().catch(() => undefined), clearMs);
    });
    return [worker, connection];
  }

  /** Removes what is left of pieces that are done. What a kill leaves is found by `tidy`. */
  async #clear(): Promise<void> {
    clearTimeout(this.#clearTimer ?? undefined);
    this.#clearTimer = null;
    const done = this.#done;
    if (done.length === 0) return;
    this.#done = [];
    await this.#books.clear(done);
  }

  /** How many of so many events may go out now. */
  async #pace(limit: number): Promise<number> {
    const { maxRequestsPerSecond } = this.#settings;
    if (maxRequestsPerSecond === undefined || this.#held.ready === 0) return limit;
    const wanted = Math.min(limit, this.#held.ready);
    return Number(await runScript(this.#redis, paceScript, [this.#keys.pace], [wanted, maxRequestsPerSecond]));
  }

  /** Waits until so many replicas have what was written. */
  async #secure(): Promise<void> {
    const { replicas, timeoutMs } = this.#settings;
    if (replicas === 0) return;
    const node = await this.#nodeOfQueue();
    const having = (await node?.wait(replicas, timeoutMs)) ?? 0;
    if (having < replicas) throw new QueueError('queue_not_durable', 'replicas');
  }

  /** The one node that has all of the queue's keys. */
  async #nodeOfQueue(): Promise<Redis | undefined> {
    const redis = this.#redis;
    if (!(redis instanceof Cluster)) return redis;
    this.#slot ??= await redis.cluster('KEYSLOT', this.#keys.books);
    const [address] = redis.slots[this.#slot] ?? [];
    return primaries(redis).find(({ options: { host, port } }) => address === `${host ?? ''}:${port ?? 0}`);
  }

  #planWatch(): void {
    this.#watchTimer = setTimeout(() => {
      void this.#lookAround().finally(() => {
        if (this.#closing === null) this.#planWatch();
      });
    }, watchMs);
    this.#watchTimer.unref();
  }

  async #lookAround(): Promise<void> {
    try {
      await this.#watch.look();
      // Delayed pieces wait by the wall clock. It was set, so all of them come, and those that are early wait again.
      if (await this.#time.keep()) await this.#jobs.promoteJobs();
    } catch {
      // Redis is gone. Whoever wants something of it is told.
    }
  }
}

/** Whether all is done in so many milliseconds, well or not. */
async function within(ms: number, work: readonly Promise<unknown>[]): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = Promise.allSettled(work).then(() => true);
  const isDone = await Promise.race([done, late]);
  clearTimeout(timer);
  return isDone;
}
