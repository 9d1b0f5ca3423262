import type { Worker } from 'bullmq';
import type { Lease } from '../queue.js';

/** The events that this process has handed out and not heard of since. Says for all of them that they are still held. */
export class HeldLeases {
  readonly #worker: Worker;
  readonly #lockMs: number;
  /** By key: the token of the lease, and the one under which BullMQ knows the holder now. */
  readonly #tokens = new Map<string, { readonly token: string; readonly current: string }>();
  readonly #timer: NodeJS.Timeout;

  /** @param lockMs how long BullMQ believes in a lease that was not renewed */
  constructor(worker: Worker, lockMs: number) {
    this.#worker = worker;
    this.#lockMs = lockMs;
    this.#timer = setInterval(() => void this.#renew(), lockMs / 3).unref();
  }

  /**
   * Takes what BullMQ has handed out. While Redis is gone for long, leases end, and it hands out again what this process
   * holds all the while: that lease goes on, or the event would be delivered twice.
   *
   * @returns the leases that are new
   */
  add(leases: readonly Lease[]): readonly Lease[] {
    return leases.filter(({ key, token }) => {
      const held = this.#tokens.get(key);
      this.#tokens.set(key, { token: held?.token ?? token, current: token });
      return held === undefined;
    });
  }

  /**
   * Holds a lease no more, because it is about to end: whoever is handed the event from now on has a new one.
   *
   * @returns the token under which BullMQ knows it
   */
  take({ key, token }: Lease): string {
    const held = this.#tokens.get(key);
    if (held?.token !== token) return token;
    this.#tokens.delete(key);
    return held.current;
  }

  /** Holds a lease that could not be ended. */
  putBack({ key, token }: Lease, current: string): void {
    if (!this.#tokens.has(key)) this.#tokens.set(key, { token, current });
  }

  /** How many events are held. */
  get count(): number {
    return this.#tokens.size;
  }

  /** Renews nothing from now on. Returns what is held, the latest first. */
  stop(): readonly Pick<Lease, 'key' | 'token'>[] {
    clearInterval(this.#timer);
    return [...this.#tokens].map(([key, { current }]) => ({ key, token: current })).reverse();
  }

  async #renew(): Promise<void> {
    if (this.#tokens.size === 0) return;
    const tokens = [...this.#tokens.values()].map(({ current }) => current);
    try {
      await this.#worker.extendJobLocks([...this.#tokens.keys()], tokens, this.#lockMs);
    } catch {
      // While Redis is gone nobody can take them over, and the next renewal follows.
    }
  }
}
