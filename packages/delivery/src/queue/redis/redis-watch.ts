import { randomUUID } from 'node:crypto';
import { QueueError } from '../queue-error.js';
import { checkDurability, checkPrimary } from './check-redis.js';
import type { RedisClient } from './connect-redis.js';
import type { RedisKeys } from './redis-keys.js';

/** How often Redis is looked at while the queue is open, in milliseconds. */
export const watchMs = 1000;

/**
 * Looks whether Redis still keeps what it is given: its settings may be changed while it runs, it may be emptied, or come
 * back without its file, or another one may take its place.
 */
export class RedisWatch {
  readonly #redis: RedisClient;
  readonly #keys: RedisKeys;
  readonly #acceptLoss: boolean;
  #era: string | null = null;
  /** The most events that the books have had: fewer means that some were lost. */
  #accepted = 0;
  #fault: QueueError | null = null;
  #isEmptied = false;

  constructor(redis: RedisClient, keys: RedisKeys, acceptLoss: boolean) {
    this.#redis = redis;
    this.#keys = keys;
    this.#acceptLoss = acceptLoss;
  }

  /** What is wrong; null if nothing is. New events are refused then, unless loss is accepted. */
  get fault(): QueueError | null {
    return this.#fault;
  }

  /** Looks for the first time: marks a Redis that is empty as one that is known. */
  async start(): Promise<void> {
    await this.#redis.set(this.#keys.era, randomUUID(), 'NX');
    this.#era = await this.#redis.get(this.#keys.era);
    await this.look();
  }

  /** @throws what Redis says if it can't be asked */
  async look(): Promise<void> {
    const [era, accepted] = await Promise.all([
      this.#redis.get(this.#keys.era),
      this.#redis.hget(this.#keys.books, 'accepted'),
    ]);
    const count = Number(accepted ?? 0);
    // It was emptied, or is another one: that stays said until somebody has seen to it and opened the queue anew.
    if (era !== this.#era) this.#isEmptied = true;
    // It came back without its last moment. That is said once, and then it goes on.
    const missing = this.#accepted - count;
    this.#accepted = count;
    this.#say(await this.#look(missing));
  }

  /** @throws QueueError if events can't be promised to be kept */
  check(): void {
    if (this.#fault !== null && !this.#acceptLoss) throw this.#fault;
  }

  async #look(missing: number): Promise<QueueError | null> {
    if (this.#isEmptied) return new QueueError('queue_lost');
    return missing > 0 ? new QueueError('queue_lost', `at least ${missing} events`) : this.#faultOfSettings();
  }

  /** One fault is one object, however often it is seen. */
  #say(fault: QueueError | null): void {
    if (fault?.message !== this.#fault?.message) this.#fault = fault;
  }

  async #faultOfSettings(): Promise<QueueError | null> {
    try {
      await checkPrimary(this.#redis);
      await checkDurability(this.#redis);
      return null;
    } catch (error) {
      if (error instanceof QueueError) return error;
      throw error;
    }
  }
}
