/** A request to Loop without its source hash, and what it is known by. */
export interface Keepable {
  /** Loop's parameters in the order of the documented request, all but `source_hash`. */
  readonly params: Readonly<Record<string, string>>;
  /** Two with the same ID are one event. Nothing of the event can be read from it. Null if the event has no ID. */
  readonly id: string | null;
}

/** Where events are kept until Loop has them. */
export interface Keeper {
  /**
   * Keeps requests. When it resolves they are safe: a crash of the process does not lose them.
   *
   * @returns how many of them had been kept before and are not sent again
   * @throws Refusal `unavailable` if they can't be kept
   */
  keep(requests: readonly Keepable[]): Promise<number>;
}
