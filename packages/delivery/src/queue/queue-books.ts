/**
 * What became of everything that a queue ever took. It balances:
 *
 *     accepted = delivered + waiting + dead + removed
 */
export interface QueueBooks {
  /** Events that were kept. */
  readonly accepted: number;
  /** Events that had been kept before and were not kept again. They are no part of `accepted`. */
  readonly duplicates: number;
  /** Events that Loop has. */
  readonly delivered: number;
  /** Events that are in the queue, counted one by one. */
  readonly waiting: number;
  /** Dead letters, counted one by one: refused, expired or unreadable. */
  readonly dead: number;
  /** Dead letters that were deleted: by hand, because a person is to be forgotten, or because they were old or too many. */
  readonly removed: number;
}

/** How many events are missing in the books; below 0 if there are too many. 0 if they balance. */
export function bookDifference({ accepted, delivered, waiting, dead, removed }: QueueBooks): number {
  return accepted - delivered - waiting - dead - removed;
}
