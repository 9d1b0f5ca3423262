import { Fifo } from '../../sender/fifo.js';

/**
 * Bounds how much is parsed and translated at once, in bytes of bodies: an object takes ten times the memory of its JSON.
 * Bodies that came whole wait here as bytes, in the order in which they came.
 */
export class WorkLine {
  readonly #max: number;
  readonly #waiting = new Fifo<{ readonly bytes: number; readonly go: () => void }>();
  #waitingCount = 0;
  #inWork = 0;

  constructor(maxBytes: number) {
    this.#max = maxBytes;
  }

  /** Resolves when it is this one's turn. Must be followed by `leave` with as many bytes. */
  async enter(bytes: number): Promise<void> {
    if (this.#waitingCount === 0 && this.#hasRoom(bytes)) {
      this.#inWork += bytes;
      return;
    }
    this.#waitingCount++;
    await new Promise<void>((go) => {
      this.#waiting.push({ bytes, go });
    });
  }

  leave(bytes: number): void {
    this.#inWork -= bytes;
    for (
      let next = this.#waiting.peek();
      next !== undefined && this.#hasRoom(next.bytes);
      next = this.#waiting.peek()
    ) {
      this.#waiting.shift();
      this.#waitingCount--;
      this.#inWork += next.bytes;
      next.go();
    }
  }

  #hasRoom(bytes: number): boolean {
    return this.#inWork === 0 || this.#inWork + bytes <= this.#max;
  }
}
