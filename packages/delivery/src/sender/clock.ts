/** What the sender knows of time. Comes in as an argument, so that tests need no waiting. */
export interface Clock {
  /** The time now, in milliseconds since 1970. */
  now(): number;
  /** Runs a function once, after so many milliseconds. Returns a function that calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
