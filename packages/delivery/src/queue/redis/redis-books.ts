import type { Job, Queue as JobQueue } from 'bullmq';
import type { QueueCounts } from '../queue.js';
import type { QueueBooks } from '../queue-books.js';
import type { RedisClient } from './connect-redis.js';
import { isPiece, pieceSize, type Piece } from './piece.js';
import type { RedisKeys } from './redis-keys.js';

const pageSize = 200;

/** A piece that is known and in no queue is one that was never added, or that is done; after so long. In milliseconds. */
const orphanMs = 600_000;

const states = ['waiting', 'paused', 'prioritized', 'delayed', 'active', 'failed'] as const;

/** What the books need. */
export interface RedisBooksTools {
  readonly redis: RedisClient;
  readonly jobs: JobQueue<Piece>;
  readonly keys: RedisKeys;
  readonly now: () => number;
}

/** The one place that counts what became of the events. The scripts write it, together with what they count. */
export class RedisBooks {
  readonly #tools: RedisBooksTools;

  constructor(tools: RedisBooksTools) {
    this.#tools = tools;
  }

  /** What waits, by the books. */
  async counts(): Promise<Omit<QueueCounts, 'leased'>> {
    const { accepted, delivered, removed, dead } = await this.#read();
    const waiting = Math.max(0, accepted - delivered - removed - dead);
    const oldestWaitedMs = waiting === 0 ? null : await this.#oldestWaited();
    return { waiting, dead, oldestWaitedMs, accepted, delivered, removed };
  }

  /** The same by looking at each piece. */
  async count(): Promise<QueueBooks> {
    const books = await this.#read();
    const counts = await this.#tools.jobs.getJobCounts(...states);
    let waiting = 0;
    // BullMQ takes a range of each state.
    for (let from = 0; from < Math.max(...Object.values(counts)); from += pageSize) {
      const jobs = await this.#tools.jobs.getJobs([...states], from, from + pageSize - 1, true);
      waiting += await this.#waitingIn(jobs.filter(isJob));
    }
    const returning = await this.#tools.redis.hgetall(this.#tools.keys.returning);
    for (const id of Object.keys(returning)) waiting += pieceSize(id);
    return { ...books, waiting };
  }

  /** Removes what is kept beside pieces that are done. */
  async clear(pieces: readonly string[]): Promise<void> {
    const { redis, keys } = this.#tools;
    await redis
      .multi()
      .zrem(keys.pieces, ...pieces)
      .del(...pieces.map(keys.state))
      .exec();
  }

  /** Clears away what killed processes left. */
  async clearOrphans(): Promise<void> {
    const { redis, keys, now } = this.#tools;
    const old = await redis.zrangebyscore(keys.pieces, '-inf', now() - orphanMs, 'LIMIT', 0, pageSize);
    const orphans: string[] = [];
    for (const id of old) if (!(await this.#isQueued(id))) orphans.push(id);
    if (orphans.length === 0) return;
    await redis.zrem(keys.claimed, ...orphans);
    await this.clear(orphans);
  }

  async #read(): Promise<Omit<QueueBooks, 'waiting'>> {
    const { redis, keys } = this.#tools;
    const [counts, dead] = await Promise.all([redis.hgetall(keys.books), redis.zcard(keys.lettersAt)]);
    const { accepted = 0, duplicate = 0, delivered = 0, removed = 0 } = counts;
    return {
      accepted: Number(accepted),
      duplicates: Number(duplicate),
      delivered: Number(delivered),
      removed: Number(removed),
      dead,
    };
  }

  async #oldestWaited(): Promise<number | null> {
    const { redis, keys, now } = this.#tools;
    for (;;) {
      const [id, at] = await redis.zrange(keys.pieces, 0, 0, 'WITHSCORES');
      if (id === undefined) return null;
      const waitedMs = Math.max(0, now() - Number(at));
      // One that came just now may be on its way into the queue, or out of it.
      if (waitedMs < orphanMs || (await this.#isQueued(id))) return waitedMs;
      await redis.zrem(keys.claimed, id);
      await this.clear([id]);
    }
  }

  async #isQueued(id: string): Promise<boolean> {
    if ((await this.#tools.redis.hexists(this.#tools.keys.returning, id)) === 1) return true;
    return (await this.#tools.jobs.getJobState(id)) !== 'unknown';
  }

  /** How many events of pieces wait: those that are in the books, and of which nothing became. */
  async #waitingIn(jobs: readonly Job<Piece>[]): Promise<number> {
    const { redis, keys } = this.#tools;
    const counts = jobs.map(async ({ id = '', data }) => {
      const [state, claimed] = await Promise.all([redis.get(keys.state(id)), redis.zscore(keys.claimed, id)]);
      if (claimed !== null) return 0;
      const numbers = isPiece(data)
        ? data.events.map(({ n }) => n)
        : Array.from({ length: pieceSize(id) }, (_, n) => n);
      return numbers.filter((n) => state === null || state[n] === '.').length;
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }
}

/** BullMQ gives nothing for a job that went while it was looked for. */
function isJob(job: Job<Piece> | undefined): job is Job<Piece> {
  return job !== undefined;
}
