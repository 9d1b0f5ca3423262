import type { Clock } from '../src/sender/clock.js';

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
}

/**
 * What must pass without anybody asking for the time before the clock jumps: real milliseconds, and then turns of the
 * event loop. The turns are for a busy machine, where the process may stand still for longer than the milliseconds:
 * what came in meanwhile is read first.
 */
const quiet = { ms: 3, turns: 20 };

/**
 * A clock in which waiting takes no time: as soon as the program has nothing else to do, it jumps to the next timer.
 * What does something is seen by its asking for the time, so a server that takes part must use this clock too.
 */
export class VirtualClock implements Clock {
  /** The waits asked for, in milliseconds, in order. */
  readonly waits: number[] = [];
  #nowMs = Date.UTC(2026, 0, 1);
  readonly #timers = new Set<Timer>();
  #jumpTimer: NodeJS.Timeout | undefined;
  #asked = 0;

  now(): number {
    this.#asked++;
    this.#jumpTimer?.refresh();
    return this.#nowMs;
  }

  after(ms: number, run: () => void): () => void {
    this.waits.push(ms);
    const timer = { dueMs: this.#nowMs + ms, run };
    this.#timers.add(timer);
    this.#jumpWhenQuiet();
    return () => this.#timers.delete(timer);
  }

  /** Resolves when no timer is left. */
  async idle(): Promise<void> {
    while (this.#timers.size > 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  #jumpWhenQuiet(): void {
    clearTimeout(this.#jumpTimer);
    this.#jumpTimer =
      this.#timers.size === 0
        ? undefined
        : setTimeout(() => {
            this.#jumpAfter(quiet.turns, this.#asked);
          }, quiet.ms);
  }

  #jumpAfter(turns: number, asked: number): void {
    if (this.#asked !== asked) this.#jumpWhenQuiet();
    else if (turns === 0) this.#jump();
    else
      setImmediate(() => {
        this.#jumpAfter(turns - 1, asked);
      });
  }

  #jump(): void {
    const [next] = [...this.#timers].sort((a, b) => a.dueMs - b.dueMs);
    if (next !== undefined) {
      this.#timers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.run();
    }
    this.#jumpWhenQuiet();
  }
}
