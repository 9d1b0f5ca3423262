import type { Worker } from 'bullmq';
import type { Lease } from '../queue.js';

/** The events that this process holds. Says for all of them, now and then, that they are still held. */
export class HeldLeases {
  readonly #worker: Worker;
  readonly #lockMs: number;
  readonly #tokens = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;

  /** @param lockMs how long BullMQ believes in a lease that was not renewed */
  constructor(worker: Worker, lockMs: number) {
    this.#worker = worker;
    this.#lockMs = lockMs;
    this.#timer = setInterval(() => void this.#renew(), lockMs / 3).unref();
  }

  add(leases: readonly Lease[]): void {
    for (const { key, token } of leases) this.#tokens.set(key, token);
  }

  delete(leases: readonly Lease[]): void {
    for (const { key, token } of leases) if (this.#tokens.get(key) === token) this.#tokens.delete(key);
  }

  /** Renews nothing from now on. Returns what is held, the latest first. */
  stop(): readonly Pick<Lease, 'key' | 'token'>[] {
    clearInterval(this.#timer);
    return [...this.#tokens].map(([key, token]) => ({ key, token })).reverse();
  }

  async #renew(): Promise<void> {
    if (this.#tokens.size === 0) return;
    try {
      const [keys, tokens] = [[...this.#tokens.keys()], [...this.#tokens.values()]];
      for (const key of await this.#worker.extendJobLocks(keys, tokens, this.#lockMs)) this.#tokens.delete(key);
    } catch {
      // While Redis is gone nobody can take them over, and the next renewal follows.
    }
  }
}
