/**
 * So many entries of an answer say all that is known. A batch of 2,500 wrong events would be answered with megabytes
 * otherwise, which wait in memory for whoever does not read them.
 */
const maxDetails = 100;

/** What is said about an event or a value: a stable code, what it is about, and a sentence that says what to do. */
export interface Remark {
  readonly code: string;
  readonly parameter: string | null;
  readonly source?: string | null;
  readonly message: string;
}

/** A remark, or its code alone. */
type ShortRemark = Pick<Remark, 'code'> & Partial<Remark>;

/** An event that is not kept now, and why. The first event has the index 0. */
export type ReceivedEvent =
  | { readonly index: number; readonly outcome: 'duplicate' }
  | ({ readonly index: number; readonly outcome: 'skipped' } & ShortRemark)
  | { readonly index: number; readonly outcome: 'invalid'; readonly problems: readonly ShortRemark[] };

/** What became of the events of one request: `accepted`, `duplicate`, `skipped` and `invalid` add up to `received`. */
export interface Received {
  readonly received: number;
  /** Kept now: they will be delivered. */
  readonly accepted: number;
  /** Kept before. They are sent once. */
  readonly duplicate: number;
  /** Must not or need not be sent. */
  readonly skipped: number;
  /** Can't be sent. */
  readonly invalid: number;
  /** All but the accepted ones, in their order. After some hundred an entry holds no more than its code. */
  readonly events: readonly ReceivedEvent[];
  /** Values that are not sent although their event is; after some hundred they are only counted. */
  readonly leftOut: readonly ({ readonly index: number } & Remark)[];
}

/** The same, counted by code. */
export interface Counts {
  readonly accepted: number;
  readonly duplicate: number;
  readonly skipped: ReadonlyMap<string, number>;
  readonly invalid: ReadonlyMap<string, number>;
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Collects what becomes of the events of one request. */
export class Tally {
  #accepted = 0;
  #duplicate = 0;
  #details = 0;
  readonly #skipped = new Map<string, number>();
  readonly #invalid = new Map<string, number>();
  readonly #leftOut = new Map<string, number>();
  readonly #events: ReceivedEvent[] = [];
  readonly #leftOutEntries: ({ readonly index: number } & Remark)[] = [];

  kept(index: number, added: 'accepted' | 'duplicate'): void {
    if (added === 'accepted') {
      this.#accepted++;
      return;
    }
    this.#duplicate++;
    this.#events.push({ index, outcome: 'duplicate' });
  }

  skipped(index: number, reason: Remark): void {
    const { code } = reason;
    increase(this.#skipped, code);
    this.#events.push({ index, outcome: 'skipped', ...(this.#hasRoom() ? reason : { code }) });
  }

  /** @param problems at least one */
  invalid(index: number, problems: readonly Remark[]): void {
    const code = problems[0]?.code ?? 'invalid_event';
    increase(this.#invalid, code);
    this.#events.push({ index, outcome: 'invalid', problems: this.#hasRoom() ? problems : [{ code }] });
  }

  tooLarge(index: number, maxBytes: number): void {
    const message = `The event is longer than ${maxBytes} bytes. Send fewer or shorter properties.`;
    this.invalid(index, [{ code: 'event_too_large', parameter: null, source: null, message }]);
  }

  notes(index: number, notes: readonly Remark[]): void {
    for (const note of notes) {
      increase(this.#leftOut, note.code);
      if (this.#hasRoom()) this.#leftOutEntries.push({ index, ...note });
    }
  }

  received(): Received {
    const [skipped, invalid] = [sum(this.#skipped), sum(this.#invalid)];
    return {
      received: this.#accepted + this.#duplicate + skipped + invalid,
      accepted: this.#accepted,
      duplicate: this.#duplicate,
      skipped,
      invalid,
      events: this.#events.sort((a, b) => a.index - b.index),
      leftOut: this.#leftOutEntries,
    };
  }

  counts(): Counts {
    return {
      accepted: this.#accepted,
      duplicate: this.#duplicate,
      skipped: this.#skipped,
      invalid: this.#invalid,
      leftOut: this.#leftOut,
    };
  }

  #hasRoom(): boolean {
    return this.#details++ < maxDetails;
  }
}

function increase(counts: Map<string, number>, code: string): void {
  counts.set(code, (counts.get(code) ?? 0) + 1);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
