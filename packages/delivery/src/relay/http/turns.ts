import { Fifo } from '../../sender/fifo.js';

/**
 * How much is worked off before the event loop gets a turn, in units: one for each byte of JSON that is read, parsed or
 * translated. It takes a few milliseconds.
 */
const unitsPerTurn = 64 * 1024;

/** What an event costs however short it is, in units. */
export const unitsPerEvent = 256;

/**
 * Shares the one thread among all requests: in each turn of the event loop so many units of work are done, whoever asks
 * for them. Those who come later wait in line, so a long batch keeps neither a short one nor a health check waiting.
 */
export class Turns {
  readonly #units: number;
  readonly #plan: (run: () => void) => void;
  readonly #waiting = new Fifo<{ readonly units: number; readonly go: () => void }>();
  #waitingCount = 0;
  #left: number;
  #isPlanned = false;

  /** @param plan runs a function in the next turn; `setImmediate` if left out */
  constructor(units = unitsPerTurn, plan: (run: () => void) => void = (run) => void setImmediate(run)) {
    this.#units = units;
    this.#plan = plan;
    this.#left = units;
  }

  /**
   * Takes units of this turn. One who asks for more than a turn has gets a turn of his own.
   *
   * @returns null if they may be spent at once; else resolves when they may
   */
  take(units: number): Promise<void> | null {
    this.#planNext();
    if (this.#waitingCount === 0 && this.#left > 0) {
      this.#left -= units;
      return null;
    }
    this.#waitingCount++;
    return new Promise((go) => {
      this.#waiting.push({ units, go });
    });
  }

  #planNext(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    this.#plan(() => {
      this.#isPlanned = false;
      this.#left = this.#units;
      while (this.#left > 0) {
        const next = this.#waiting.shift();
        if (next === undefined) break;
        this.#waitingCount--;
        this.#left -= next.units;
        next.go();
      }
      if (this.#waitingCount > 0) this.#planNext();
    });
  }
}
