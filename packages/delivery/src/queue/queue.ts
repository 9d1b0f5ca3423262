import type { DeadLetters } from './dead-letters.js';
import type { QueueBooks } from './queue-books.js';
import type { QueueError } from './queue-error.js';
import type { Recovery } from './recovery.js';

/** An event that is to be delivered, as the queue takes it. */
export interface QueueEvent {
  /**
   * The message ID; null if there is none. What is none either (`undefined` as text, zeros; see `readMessageId`) may be
   * handed in as it is. The queue keeps a digest of it and never the text, because an app may have put anything there.
   *
   * It does not say alone whether an event is known: see `eventIdentity`.
   */
  readonly id: string | null;
  /**
   * Loop's parameters in the order of the documented request, all but `source_hash`: it is put in when the request
   * goes out, so that it is never on disk. `device_type` says whose it will be.
   */
  readonly params: Readonly<Record<string, string>>;
}

/** What became of one event: it is kept now, or it was kept before and is not kept twice. */
export type AddedAs = 'accepted' | 'duplicate';

/** What became of the events of one `add`. */
export interface Added {
  /** For each event, in the order in which they were handed in. */
  readonly each: readonly AddedAs[];
  /** How many are kept now. */
  readonly accepted: number;
  /** How many were kept before: their message ID, advertising ID and values were seen. */
  readonly duplicates: number;
}

/** An event that was handed out for delivery. Nobody else gets it until it is settled or its holder is gone. */
export interface Lease {
  /** The event's name in this queue. */
  readonly key: string;
  /** Which handing out of the event this is: one that was taken over since can't be released or buried any more. */
  readonly token: string;
  readonly params: Readonly<Record<string, string>>;
  /** How long ago it was added when it was handed out, in milliseconds: whatever the wall clock did meanwhile. */
  readonly waitedMs: number;
  /** How often its request went out before, as far as is known: a process that was killed could not tell. */
  readonly attempts: number;
}

/** An event that is to be tried again later. */
export interface Release {
  readonly lease: Lease;
  /** Not before so many milliseconds have passed. */
  readonly delayMs: number;
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

/** What is in the queue. To ask costs the same however much it is. */
export interface QueueCounts {
  /** Events that are kept and neither delivered nor given up: ready, delayed, or handed out. */
  readonly waiting: number;
  /** How many of them this process was handed and has not settled. */
  readonly leased: number;
  /** Events that were given up and are kept. */
  readonly dead: number;
  /** How long the oldest of the waiting ones has waited, in milliseconds; null if there is none. */
  readonly oldestWaitedMs: number | null;
  /** What the books say besides; see `QueueBooks`. */
  readonly accepted: number;
  readonly delivered: number;
  readonly removed: number;
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
   * Takes events in. When it resolves they are on disk; in Redis, as far as its `appendfsync` says so.
   *
   * An event that was kept within the last hours (setting `duplicateHours`) is not kept again and comes back as a
   * `duplicate`. It is known by its message ID, its advertising ID and its values, never by the ID alone; one without
   * a message ID is always new. Of two copies that come at once, one is kept. An event counts as seen only once it is
   * kept: after a failure the same events can be added again.
   *
   * @returns what became of each event, in their order
   * @throws QueueError if they can't be kept; see `queueCodes`. None of them counts as taken then
   * @example
   * const { each } = await queue.add([{ id: event.messageId, params }]); // ['accepted'], or ['duplicate']
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
  /**
   * What became of everything that the queue ever took. Counts the events one by one, in bites that stall nobody: on a
   * queue at rest the books balance; on a busy one the counts are of different moments.
   */
  books(): Promise<QueueBooks>;
  /** What the queue can't promise at the moment, as far as it has noticed; null if all is well. */
  readonly fault: QueueError | null;
  /** What was done if the file was damaged when it was opened; null if it was not, and with Redis. */
  readonly recovery: Recovery | null;
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
