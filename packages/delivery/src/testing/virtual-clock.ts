import type { Clock } from '../clock.js';

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
}

/**
 * A clock in which waiting takes no time: as soon as the program has nothing else to do, it jumps to the next timer.
 * Keeps every wait that was asked for.
 */
export class VirtualClock implements Clock {
  /** The waits asked for, in milliseconds, in order. */
  readonly waits: number[] = [];
  #nowMs: number;
  readonly #timers = new Set<Timer>();
  #scheduled = false;

  constructor(startMs = Date.UTC(2026, 0, 1)) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  after(ms: number, run: () => void): () => void {
    this.waits.push(ms);
    const timer = { dueMs: this.#nowMs + ms, run };
    this.#timers.add(timer);
    this.#schedule();
    return () => this.#timers.delete(timer);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#jump();
    });
  }

  #jump(): void {
    const [next] = [...this.#timers].sort((a, b) => a.dueMs - b.dueMs);
    if (next === undefined) return;
    this.#timers.delete(next);
    this.#nowMs = Math.max(this.#nowMs, next.dueMs);
    next.run();
    if (this.#timers.size > 0) this.#schedule();
  }
}
