import type { Queue as JobQueue } from 'bullmq';
import type { DeadLetter, DeadLetterFilter, DeadLetters } from '../dead-letters.js';
import type { QueueTime } from '../queue-time.js';
import type { RedisClient } from './connect-redis.js';
import type { OpenCalls } from './open-calls.js';
import { jobName, jobOptions, maxPieceEvents, newPieceId, type Piece } from './piece.js';
import type { RedisKeys } from './redis-keys.js';
import { dropLettersScript, runScript, takeLettersScript } from './redis-scripts.js';
import { readLetter } from './stored-letter.js';

const pageSize = 500;

/** The key of a dead letter, and when it was given up. */
type Place = readonly [key: string, buriedAt: number];

/** What the dead letters need. */
export interface RedisDeadLettersTools {
  readonly redis: RedisClient;
  readonly jobs: JobQueue<Piece>;
  readonly keys: RedisKeys;
  readonly calls: OpenCalls;
  readonly time: QueueTime;
  /** Called when letters are in the queue again. */
  readonly onPutBack: () => void;
}

/** The dead letters of a queue in Redis: each event by itself, ordered by the time when it was given up. */
export class RedisDeadLetters implements DeadLetters {
  readonly #tools: RedisDeadLettersTools;

  constructor(tools: RedisDeadLettersTools) {
    this.#tools = tools;
  }

  async *list(filter: DeadLetterFilter = {}): AsyncGenerator<DeadLetter> {
    for await (const page of this.#pages(filter)) yield* page;
  }

  async retry(filter: DeadLetterFilter = {}): Promise<number> {
    let count = 0;
    for await (const page of this.#pages(filter)) {
      const keys = page.filter(({ code }) => code !== 'unreadable').map(({ key }) => key);
      for (let from = 0; from < keys.length; from += maxPieceEvents) {
        const some = keys.slice(from, from + maxPieceEvents);
        count += await this.#tools.calls.run(() => this.#putBack(some));
      }
      this.#tools.onPutBack();
    }
    return count;
  }

  async drop(filter: DeadLetterFilter = {}): Promise<number> {
    let count = 0;
    for await (const page of this.#pages(filter)) {
      count += await this.#tools.calls.run(() => this.#drop(page.map(({ key }) => key)));
    }
    return count;
  }

  /**
   * Drops what was given up before `before`, and the oldest of what is more than `most`.
   *
   * @param before in milliseconds of the queue's own time
   * @returns how many
   */
  tidy(before: number, most: number): Promise<number> {
    const { redis, keys, calls } = this.#tools;
    return calls.run(async () => {
      let count = 0;
      for (;;) {
        const old = await redis.zrangebyscore(keys.lettersAt, '-inf', `(${before}`, 'LIMIT', 0, pageSize);
        count += await this.#drop(old);
        if (old.length < pageSize) break;
      }
      for (;;) {
        const surplus = Math.min(pageSize, (await redis.zcard(keys.lettersAt)) - most);
        if (surplus <= 0) return count;
        count += await this.#drop(await redis.zrange(keys.lettersAt, 0, surplus - 1));
      }
    });
  }

  /** Adds again what was taken out by a process that was killed before it could add it. */
  async finishReturns(): Promise<void> {
    const { redis, keys } = this.#tools;
    for (const [id, texts] of Object.entries(await redis.hgetall(keys.returning))) await this.#addPiece(id, texts);
  }

  async #drop(letters: readonly string[]): Promise<number> {
    const { redis, keys } = this.#tools;
    if (letters.length === 0) return 0;
    return Number(await runScript(redis, dropLettersScript, [keys.letters, keys.lettersAt, keys.books], letters));
  }

  async #putBack(letters: readonly string[]): Promise<number> {
    const { redis, keys, time } = this.#tools;
    const id = newPieceId(letters.length);
    const places = [keys.letters, keys.lettersAt, keys.returning, keys.pieces];
    const texts = await runScript(redis, takeLettersScript, places, [id, time.now(), ...letters]);
    return typeof texts === 'string' ? this.#addPiece(id, texts) : 0;
  }

  async #addPiece(id: string, texts: string): Promise<number> {
    const { redis, jobs, keys, time } = this.#tools;
    const letters = JSON.parse(texts) as readonly { readonly params: Readonly<Record<string, string>> }[];
    const events = letters.map(({ params }, n) => ({ n, p: params }));
    await jobs.add(jobName, { at: time.now(), events }, { ...jobOptions, jobId: id });
    await redis.hdel(keys.returning, id);
    return events.length;
  }

  /** What the filter lets through, a page at a time. What is given up meanwhile is left out, so that it comes to an end. */
  async *#pages({ keys, codes, fromMs, beforeMs }: DeadLetterFilter): AsyncGenerator<readonly DeadLetter[]> {
    const before = beforeMs ?? Number.POSITIVE_INFINITY;
    const isMeant = ({ code, buriedAtMs }: DeadLetter): boolean =>
      (codes?.includes(code) ?? true) && buriedAtMs >= (fromMs ?? 0) && buriedAtMs < before;
    for await (const page of keys === undefined ? this.#places() : this.#placesOf(keys)) {
      const letters = (await this.#tools.calls.run(() => this.#read(page))).filter(isMeant);
      if (letters.length > 0) yield letters;
    }
  }

  /**
   * All of them, in the order in which they were given up. A page begins at the time where the last one ended, so that
   * what goes meanwhile makes no other be passed over.
   */
  async *#places(): AsyncGenerator<readonly Place[]> {
    const { redis, keys, calls } = this.#tools;
    const [last] = toPlaces(await calls.run(() => redis.zrevrange(keys.lettersAt, 0, 0, 'WITHSCORES')));
    if (last === undefined) return;
    let start = Number.NEGATIVE_INFINITY;
    let seen = new Set<string>();
    for (;;) {
      const from = Number.isFinite(start) ? start : '-inf';
      const read = () =>
        redis.zrangebyscore(keys.lettersAt, from, last[1], 'WITHSCORES', 'LIMIT', 0, pageSize + seen.size);
      const fresh = toPlaces(await calls.run(read)).filter(([key]) => !seen.has(key));
      const [, end = start] = fresh.at(-1) ?? [];
      if (fresh.length === 0) return;
      yield fresh;
      if (end > start) seen = new Set();
      for (const [key, buriedAt] of fresh) if (buriedAt === end) seen.add(key);
      start = end;
    }
  }

  async *#placesOf(names: readonly string[]): AsyncGenerator<readonly Place[]> {
    const { redis, keys, calls } = this.#tools;
    const places = await calls.run(() =>
      Promise.all(names.map(async (name) => [name, await redis.zscore(keys.lettersAt, name)] as const)),
    );
    yield places
      .flatMap(([key, score]): Place[] => (score === null ? [] : [[key, Number(score)]]))
      .sort(([aKey, aMs], [bKey, bMs]) => aMs - bMs || (aKey < bKey ? -1 : 1));
  }

  async #read(places: readonly Place[]): Promise<DeadLetter[]> {
    const { redis, keys, time } = this.#tools;
    if (places.length === 0) return [];
    const texts = await redis.hmget(keys.letters, ...places.map(([key]) => key));
    return places.flatMap(([key, buriedAt], index) => {
      const text = texts[index];
      return typeof text === 'string' ? [readLetter(key, text, buriedAt, (ms) => time.toWallMs(ms))] : [];
    });
  }
}

/** Reads what Redis answers to `WITHSCORES`: a key, its score, the next key. */
function toPlaces(replies: readonly string[]): Place[] {
  return replies.flatMap((key, index): Place[] => (index % 2 === 0 ? [[key, Number(replies[index + 1])]] : []));
}
