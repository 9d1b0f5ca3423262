import { Refusal } from './refusal.js';

/** When a client may come again while others hold the memory, in seconds. */
const retryAfterSeconds = 5;

/**
 * How much memory requests hold, over all connections together: bodies that have not come to their end, and answers
 * that nobody reads. Each connection holds little, but anybody may open many.
 */
export class HeldBytes {
  readonly #max: number;
  #held = 0;

  constructor(max: number) {
    this.#max = max;
  }

  get total(): number {
    return this.#held;
  }

  /** For one request. Whoever opened it releases it, whatever happens. */
  open(): Hold {
    let own = 0;
    return {
      add: (bytes) => {
        if (this.#held + bytes > this.#max) throw new Refusal('busy', retryAfterSeconds);
        own += bytes;
        this.#held += bytes;
      },
      release: () => {
        this.#held -= own;
        own = 0;
      },
    };
  }

  /**
   * An answer goes out, whatever is held: its events are kept already. What it holds keeps others from coming in.
   *
   * @returns a function to be called once the answer is gone
   */
  answer(bytes: number): () => void {
    let isHeld = true;
    this.#held += bytes;
    return () => {
      if (isHeld) this.#held -= bytes;
      isHeld = false;
    };
  }
}

/** What one request holds. */
export interface Hold {
  /** @throws Refusal if that is too much */
  add(bytes: number): void;
  release(): void;
}
