/** An event that was given up, and why. */
export interface DeadLetter {
  /** Its name in this queue: what `show`, `retry` and `drop` take. */
  readonly key: string;
  /** Loop's parameters in the order of the request, without `source_hash`. */
  readonly params: Readonly<Record<string, string>>;
  /** When the event was added, in milliseconds since 1970. */
  readonly addedAtMs: number;
  /** When it was given up, in milliseconds since 1970. */
  readonly buriedAtMs: number;
  /** Why: one of `deliveryCodes` or `deadLetterCodes`. */
  readonly code: string;
  /** Loop's last HTTP status; null if no answer came. */
  readonly httpStatus: number | null;
  /** How often its request went out. */
  readonly attempts: number;
  /** What the code means and what to do. */
  readonly message: string;
}

/** Which dead letters are meant. What is left out does not restrict; what is there must all be true. */
export interface DeadLetterFilter {
  readonly keys?: readonly string[];
  readonly codes?: readonly string[];
  /** Given up at this time or later, in milliseconds since 1970. */
  readonly fromMs?: number;
  /** Given up before this time, in milliseconds since 1970. */
  readonly beforeMs?: number;
}

/** The dead letters of a queue. */
export interface DeadLetters {
  /**
   * Goes through them, in the order in which they were given up. They are read a few at a time, however many there
   * are, so one that goes or comes meanwhile may be seen or not.
   */
  list(filter?: DeadLetterFilter): AsyncIterable<DeadLetter>;
  /** Puts them back into the queue, to be sent at once. Returns how many. Their age starts anew. */
  retry(filter?: DeadLetterFilter): Promise<number>;
  /** Deletes them for good. Returns how many. */
  drop(filter?: DeadLetterFilter): Promise<number>;
}
