import type { DeadLetters } from './dead-letters.js';

/** An event that is to be delivered, as the queue takes it. */
export interface QueueEvent {
  /**
   * What copies of the same event have in common, such as its `messageId`; null if there is nothing. The queue keeps a
   * digest of it and never the text, because an app may have put anything there.
   */
  readonly id: string | null;
  /**
   * Loop's parameters in the order of the documented request, all but `source_hash`: it is put in when the request
   * goes out, so that it is never on disk. `device_type` says whose it will be.
   */
  readonly params: Readonly<Record<string, string>>;
}

/** What became of the events of one `add`. */
export interface Added {
  /** How many are queued now. */
  readonly added: number;
  /** How many had an `id` that was seen before, so that they were not queued again. */
  readonly duplicates: number;
}

/** An event that was handed out for delivery. Nobody else gets it until it is settled or its holder is gone. */
export interface Lease {
  /** The event's name in this queue. */
  readonly key: string;
  /** Which handing out of the event this is: one that was taken over since can't be released or buried any more. */
  readonly token: string;
  readonly params: Readonly<Record<string, string>>;
  /** When it was added, in milliseconds since 1970. */
  readonly addedAtMs: number;
  /** How often its request went out before, as far as is known: a process that was killed could not tell. */
  readonly attempts: number;
}

/** An event that is to be tried again later. */
export interface Release {
  readonly lease: Lease;
  /** Not before this time, in milliseconds since 1970. */
  readonly dueAtMs: number;
  /** How often its request has gone out by now. */
  readonly attempts: number;
}

/** An event that is given up. */
export interface Burial {
  readonly lease: Lease;
  /** Why: one of `deliveryCodes` or `deadLetterCodes`. */
  readonly code: string;
  /** Loop's last HTTP status; null if no answer came. */
  readonly httpStatus: number | null;
  /** How often its request has gone out. */
  readonly attempts: number;
  /** For people. Holds no part of the query. */
  readonly message: string;
}

/** What is in the queue. */
export interface QueueCounts {
  /** May go out now. */
  readonly ready: number;
  /** Wait for their next try. */
  readonly delayed: number;
  /** Are handed out. */
  readonly leased: number;
  /** Were given up and are kept. */
  readonly dead: number;
  /** When the oldest of the ready, delayed and leased ones was added, in milliseconds since 1970; null if there is none. */
  readonly oldestAddedAtMs: number | null;
}

/** What went because it was old, or because there was too much of it. */
export interface Tidied {
  /** Dead letters that are gone for good. Whoever calls `tidy` says so: they were never delivered. */
  readonly deadLetters: number;
  /** IDs that are no longer remembered, as far as the engine knows: Redis forgets them by itself. */
  readonly ids: number;
}

/**
 * Where events are kept until Loop has them. There are two engines: `openFileQueue`, a file, for one machine; and
 * `openRedisQueue`, BullMQ on Redis, for several.
 *
 * Delivery is at least once: an event stays until it is acknowledged or buried, and the events of a process that was
 * killed are handed out again.
 *
 * Every method rejects with a {@link QueueError} when the queue can't do it, and then nothing has changed, or what
 * has changed does no harm when it is repeated.
 */
export interface Queue {
  /**
   * Takes events in. When it resolves they are on disk; in Redis, as far as its `appendfsync` says so. An `id` that was seen within the last hours (setting
   * `duplicateHours`) is not queued again, which is decided in the same step: of two copies that come at once, one is
   * queued.
   *
   * @throws QueueError if they can't be kept; see `queueCodes`. None of them counts as taken then. The same batch can
   *   be added again: what has an `id` is not queued twice
   */
  add(events: readonly QueueEvent[]): Promise<Added>;
  /**
   * Hands out events that are due, at most `limit`: in the order in which they were added, or became due. It may be
   * fewer while others ask too.
   */
  lease(limit: number): Promise<readonly Lease[]>;
  /** Forgets events that Loop has. */
  acknowledge(leases: readonly Lease[]): Promise<void>;
  /** Gives events back, to be handed out again when they are due. */
  release(releases: readonly Release[]): Promise<void>;
  /** Moves events to the dead letters. */
  bury(burials: readonly Burial[]): Promise<void>;
  counts(): Promise<QueueCounts>;
  /** What was given up. */
  readonly deadLetters: DeadLetters;
  /** Applies the settings on age and size. Undelivered events are never touched. Worth a call every few minutes. */
  tidy(): Promise<Tidied>;
  /**
   * Tells of events that this process has added, so that nobody has to ask all the time. Events of other processes, and
   * delayed ones that become due, are not told.
   *
   * @returns a function that ends it
   */
  onAdded(listener: () => void): () => void;
  /** Finishes what was begun and closes the queue. Events that are still leased are free for others. */
  close(): Promise<void>;
}
