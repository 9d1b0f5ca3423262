/** How many people are looked at together. */
const peopleAtOnce = 1000;

/** So much of them behind one address are no household and no carrier: a carrier has thousands of addresses. */
const suspectedShare = 0.8;

/**
 * Notices that the address of a connection is given to many people: their events come from a server, which should have
 * sent the person's address, or through a proxy that the relay was not told of. Loop would take it for where they live.
 */
export class AddressWatch {
  readonly #onFound: () => void;
  #people = new Map<string, Set<string>>();
  #count = 0;

  /** @param onFound called each time that it is so */
  constructor(onFound: () => void) {
    this.#onFound = onFound;
  }

  /** The event of a person got the address of the connection. */
  given(address: string, uid: string): void {
    const known = this.#people.get(address) ?? new Set();
    if (known.has(uid)) return;
    this.#people.set(address, known.add(uid));
    if (++this.#count < peopleAtOnce) return;
    const most = Math.max(...[...this.#people.values()].map(({ size }) => size));
    if (most >= suspectedShare * peopleAtOnce) this.#onFound();
    this.#people = new Map();
    this.#count = 0;
  }
}
