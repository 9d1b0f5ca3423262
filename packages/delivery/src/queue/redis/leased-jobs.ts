import { Job, type Queue as JobQueue, type Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Burial, Lease, Release } from '../queue.js';
import { ifStillLeased } from './lost-lease.js';
import { jobName, jobOptions, type BurialReason } from './stored-event.js';

/** The token with which BullMQ asks for no lock. */
const anyHolder = '0';

/** Where BullMQ notes an event's ID. Without it an event that is removed takes no ID with it: it stays known. */
const deduplicationField = 'deid';

/** An event that changes hands while it is removed is followed so often; then its next holder sends it again. */
const removeTurns = 3;

/** Tells BullMQ what becomes of events that were handed out. */
export class LeasedJobs {
  readonly #worker: Worker;
  readonly #jobs: JobQueue;
  readonly #redis: Redis;

  constructor(worker: Worker, jobs: JobQueue, redis: Redis) {
    this.#worker = worker;
    this.#jobs = jobs;
    this.#redis = redis;
  }

  /** Loop has the event, so it goes, whoever holds it by now. */
  async remove({ key, token }: Lease): Promise<void> {
    const job = this.#job(key);
    for (let turn = 0; turn < removeTurns; turn++) {
      for (const holder of [token, anyHolder]) {
        if (await ifStillLeased(job.moveToCompleted(null, holder, false))) return;
      }
      // Nobody holds it: it is gone already, or it waits for its next holder.
      await this.#redis.hdel(this.#jobs.toKey(key), deduplicationField);
      if ((await this.#jobs.remove(key, { removeChildren: false })) === 1) return;
    }
  }

  /** Gives it back, to be handed out again when it is due. */
  async release({ lease, delayMs, attempts }: Release): Promise<void> {
    if (attempts === lease.attempts && delayMs <= 0) {
      await this.free(lease);
      return;
    }
    const { key, token, params } = lease;
    const nowMs = Date.now();
    const addedAtMs = nowMs - lease.waitedMs;
    const job = this.#job(key);
    const isThere = await ifStillLeased(job.updateData({ params, addedAtMs, attempts }));
    if (isThere) await ifStillLeased(job.moveToDelayed(nowMs + delayMs, token));
  }

  /** Gives one back that did not go out: it is the next one that does. */
  async free({ key, token }: Pick<Lease, 'key' | 'token'>): Promise<void> {
    await ifStillLeased(this.#job(key).moveToWait(token));
  }

  /** Makes it a dead letter; false if it was taken over. */
  bury({ lease, code, httpStatus, attempts, message }: Burial): Promise<boolean> {
    const reason: BurialReason = { code, httpStatus, attempts, message };
    return ifStillLeased(this.#job(lease.key).moveToFailed(new Error(JSON.stringify(reason)), lease.token));
  }

  /** To tell BullMQ what becomes of an event, its key is enough. */
  #job(key: string): Job<unknown> {
    return new Job<unknown>(this.#worker, jobName, null, jobOptions, key);
  }
}
