import type { Clock } from '../sender/clock.js';
import type { Burial, Lease, Queue, Release } from '../queue/queue.js';
import { QueueError } from '../queue/queue-error.js';

/** How long to wait before something that the queue could not do is tried again, in milliseconds. */
export const troublePauseMs = 500;

/**
 * How long results are collected before they are written, in milliseconds. A transaction costs much more than an event
 * in it; a process that is killed in between sends what it had collected once more.
 */
const collectMs = 20;

/** Tells the queue what became of leased events: in batches, and again until the queue has it. */
export class Settler {
  readonly #queue: Queue;
  readonly #clock: Clock;
  readonly #enough: number;
  readonly #onTrouble: (error: QueueError) => void;
  readonly #onSettled: (count: number) => void;
  #delivered: Lease[] = [];
  #releases: Release[] = [];
  #burials: Burial[] = [];
  #flushing = false;
  /** Ends the collecting before its time. */
  #stopCollecting: (() => void) | null = null;
  #givenUp = false;

  /**
   * @param enough so many results are written at once, without collecting more
   * @param onTrouble told when the queue could not do it; it is tried again
   * @param onSettled told how many events the queue has taken back
   */
  constructor(
    queue: Queue,
    clock: Clock,
    enough: number,
    onTrouble: (error: QueueError) => void,
    onSettled: (count: number) => void,
  ) {
    this.#queue = queue;
    this.#clock = clock;
    this.#enough = enough;
    this.#onTrouble = onTrouble;
    this.#onSettled = onSettled;
  }

  delivered(lease: Lease): void {
    this.#delivered.push(lease);
    void this.#flush();
  }

  release(release: Release): void {
    this.#releases.push(release);
    void this.#flush();
  }

  bury(burial: Burial): void {
    this.#burials.push(burial);
    void this.#flush();
  }

  /** From now on nothing is tried again. What the queue does not take stays leased, and is handed out again later. */
  giveUp(): void {
    this.#givenUp = true;
    this.#stopCollecting?.();
  }

  get #collected(): number {
    return this.#delivered.length + this.#releases.length + this.#burials.length;
  }

  async #flush(): Promise<void> {
    if (this.#collected >= this.#enough) this.#stopCollecting?.();
    if (this.#flushing) return;
    this.#flushing = true;
    // While one batch comes together or is on its way to the disk, events go on being sent.
    while (this.#collected > 0) {
      if (!this.#givenUp && this.#collected < this.#enough) await this.#collect();
      const [delivered, releases, burials] = [this.#delivered, this.#releases, this.#burials];
      [this.#delivered, this.#releases, this.#burials] = [[], [], []];
      await Promise.all([
        this.#save(delivered, (batch) => this.#queue.acknowledge(batch)),
        this.#save(releases, (batch) => this.#queue.release(batch)),
        this.#save(burials, (batch) => this.#queue.bury(batch)),
      ]);
      this.#onSettled(delivered.length + releases.length + burials.length);
    }
    this.#flushing = false;
  }

  #collect(): Promise<void> {
    return new Promise((resolve) => {
      const callOff = this.#clock.after(collectMs, () => {
        this.#stopCollecting = null;
        resolve();
      });
      this.#stopCollecting = () => {
        this.#stopCollecting = null;
        callOff();
        resolve();
      };
    });
  }

  async #save<Item>(batch: readonly Item[], save: (batch: readonly Item[]) => Promise<void>): Promise<void> {
    if (batch.length === 0) return;
    for (;;) {
      try {
        await save(batch);
        return;
      } catch (error) {
        if (!(error instanceof QueueError)) throw error;
        this.#onTrouble(error);
        if (this.#givenUp || error.code === 'queue_closed') return;
        await new Promise<void>((resolve) => this.#clock.after(troublePauseMs, resolve));
      }
    }
  }
}
