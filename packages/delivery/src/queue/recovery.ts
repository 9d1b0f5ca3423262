/** What was found when a queue was opened whose file was damaged. */
export interface Recovery {
  /** Where the damaged file lies now. It is as it was; nothing reads it any more. */
  readonly setAsideAs: string;
  /** Events that were carried over and wait. */
  readonly events: number;
  /** Dead letters that were carried over. */
  readonly deadLetters: number;
  /** Events that can't be read any more, by the books. They count as dead letters `unreadable`. */
  readonly lost: number;
}
