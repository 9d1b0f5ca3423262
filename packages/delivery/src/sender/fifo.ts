/** First in, first out. Unlike `Array.shift`, taking costs the same however long the line is. */
export class Fifo<Item> {
  #items: Item[] = [];
  #head = 0;

  push(item: Item): void {
    this.#items.push(item);
  }

  /** The oldest item, which stays; `undefined` if there is none. */
  peek(): Item | undefined {
    return this.#items[this.#head];
  }

  /** Takes the oldest item out; `undefined` if there is none. */
  shift(): Item | undefined {
    if (this.#head === this.#items.length) return undefined;
    const item = this.#items[this.#head++];
    // What was taken must not be kept alive, and moving the rest must stay rare.
    if (this.#head === this.#items.length || this.#head === 1024) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}
