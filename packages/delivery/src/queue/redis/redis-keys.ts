/** The queue's own keys. BullMQ's begin with the same prefix, which keeps all of them on one node of a cluster. */
export type RedisKeys = ReturnType<typeof redisKeys>;

/** @param name the queue's name */
export function redisKeys(name: string) {
  const prefix = `{loop.${name}}`;
  const key = (own: string): string => `${prefix}:${own}`;
  return {
    prefix,
    /** When each piece was added that is not settled: its age, and that it is known. */
    pieces: key('added'),
    /** Pieces whose message IDs are claimed and of which nobody has confirmed yet that they are kept. */
    claimed: key('claimed'),
    /** Dead letters, and when each was given up. */
    letters: key('letters'),
    lettersAt: key('letters-at'),
    /** Dead letters that are on their way back into the queue, by the piece that they become. */
    returning: key('returning'),
    books: key('books'),
    /** The queue's own time. */
    time: key('time'),
    /** Made when the queue was opened first. If it is gone, so may be events. */
    era: key('era'),
    /** How many requests went out in the second. */
    pace: key('pace'),
    /** What became of the events of a piece that are settled: one character each. */
    state: (piece: string): string => key(`state:${piece}`),
    /** An identity that was seen: the piece that has claimed it, or `1` when that piece is kept. */
    identity: (identity: string): string => key(`id:${identity}`),
  };
}
