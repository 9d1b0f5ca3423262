/** Who is told, in this process, that a queue has new events. */
export class AddedListeners {
  readonly #listeners = new Set<() => void>();

  /** Whether anybody is told. */
  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  /** @returns a function that ends it */
  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
