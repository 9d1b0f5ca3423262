/** The two clocks of a machine. They come in as an argument, for tests. */
export interface MachineClocks {
  /** Milliseconds since 1970. Somebody may set it, forward or back. */
  readonly wallMs: () => number;
  /** Milliseconds since some moment. It goes forward only, and stands while the machine sleeps. */
  readonly steadyMs: () => number;
}

export const machineClocks: MachineClocks = {
  wallMs: () => Date.now(),
  // Since the machine was started, so that another process of it sees the same.
  steadyMs: () => Number(process.hrtime.bigint() / 1000n) / 1000,
};

/** From here on a wall clock that differs was set; less is what clocks do by themselves. In milliseconds. */
const setMs = 2000;

/** Most that is believed of a wall clock about how long nobody looked: 24 hours. A clock that is wrong must not expire a queue. */
const believedMs = 86_400_000;

/**
 * How much time has passed since the queue's time was written down last, if only wall clocks can say it.
 *
 * @param thenMs what the wall clock said then
 * @param nowMs what it says now
 */
export function believedSpan(thenMs: number, nowMs: number): number {
  return Math.min(Math.max(0, nowMs - thenMs), believedMs);
}

/**
 * The time that a queue goes by: it begins as that of the wall clock and then goes on evenly, whatever is done to that
 * clock. So nothing expires and nothing waits for a day because a clock was set.
 */
export class QueueTime {
  readonly #clocks: MachineClocks;
  /** What is added to the steady clock. */
  readonly #startMs: number;
  #wallOffsetMs: number;

  /** @param nowMs what time it is in the queue now */
  constructor(clocks: MachineClocks, nowMs: number) {
    this.#clocks = clocks;
    this.#startMs = nowMs - clocks.steadyMs();
    this.#wallOffsetMs = wholeSeconds(clocks.wallMs() - nowMs);
  }

  /** Whole milliseconds of the queue's own time. */
  now(): number {
    return Math.floor(this.#startMs + this.#clocks.steadyMs());
  }

  /** Notes if the wall clock was set since this was asked last. Returns by how much, in milliseconds; 0 if it was not. */
  wallChange(): number {
    const offsetMs = wholeSeconds(this.#clocks.wallMs() - this.now());
    const changeMs = offsetMs - this.#wallOffsetMs;
    if (Math.abs(changeMs) < setMs) return 0;
    this.#wallOffsetMs = offsetMs;
    return changeMs;
  }

  /** For people: what the wall clock would have shown then, as it goes now. */
  toWallMs(ms: number): number {
    return ms + this.#wallOffsetMs;
  }

  /** What people mean: a time of the wall clock as one of the queue's. */
  fromWallMs(ms: number): number {
    return ms - this.#wallOffsetMs;
  }
}

/** So that every process shows the same time for the same event: their clocks differ by a few milliseconds. */
function wholeSeconds(ms: number): number {
  return Math.round(ms / 1000) * 1000;
}
