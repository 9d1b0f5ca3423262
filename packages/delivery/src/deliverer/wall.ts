/** What became of a try, as far as a wall is concerned. */
export type TryOutcome = { readonly status: 'delivered' } | { readonly status: 'refused'; readonly httpStatus: number };

/** The pauses between two tries at a wall, in milliseconds. They double. */
const firstPauseMs = 5000;
const longestPauseMs = 60_000;

/** An answer of another kind takes back so many of the same: nineteen of twenty make a wall, four of five don't. */
const takenBack = 10;

/**
 * Notices a wall: Loop gives nearly every event of a source the same final no, such as 401, 403 or 404. Then nothing is
 * wrong with the events. Somebody has withdrawn a source hash, or changed an address, and all that waits would become
 * dead letters within seconds.
 *
 * - **open**: everything goes out. Refused events become dead letters, one by one.
 * - **up**: the answer `limit` came nearly always. Events are kept. One at a time is tried, after ever longer pauses.
 *   A refusal like the others says nothing about its event, which is kept too. Any other answer opens the wall: a 2xx
 *   at once, a no of another kind by and by.
 */
export class Wall {
  readonly #limit: number;
  #httpStatus = 0;
  #same = 0;
  #isUp = false;
  #isTrying = false;
  #nextTryMs = 0;
  #pauseMs = firstPauseMs;

  /** @param limit so many times the same no, with hardly anything else in between, are a wall */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /** The answer that everything gets. */
  get httpStatus(): number {
    return this.#httpStatus;
  }

  /** How long until an event may be tried; 0 if one may now, or if the wall is open. */
  waitMs(nowMs: number): number {
    if (!this.#isUp) return 0;
    return this.#isTrying ? this.#pauseMs : Math.max(0, this.#nextTryMs - nowMs);
  }

  /** One event is on its way to a wall that is up. Must be followed by `settled` or `unsettled`. */
  trying(): void {
    this.#isTrying = this.#isUp;
  }

  /** The try came back without a yes or a no. */
  unsettled(nowMs: number): void {
    if (!this.#isTrying) return;
    this.#isTrying = false;
    this.#nextTryMs = nowMs + this.#pauseMs;
  }

  /**
   * Loop has said yes or no to an event.
   *
   * @returns whether the event is to be kept: its no is the wall's, not its own
   */
  settled(outcome: TryOutcome, nowMs: number): boolean {
    const isSame = outcome.status === 'refused' && (this.#same === 0 || outcome.httpStatus === this.#httpStatus);
    if (isSame) return this.#refusedAlike(outcome.httpStatus, nowMs);
    this.#same = outcome.status === 'delivered' && this.#isUp ? 0 : Math.max(0, this.#same - takenBack);
    this.unsettled(nowMs);
    if (this.#same < this.#limit / 2) this.#open();
    return false;
  }

  #refusedAlike(httpStatus: number, nowMs: number): boolean {
    this.#httpStatus = httpStatus;
    this.#same = Math.min(this.#same + 1, this.#limit);
    if (this.#isUp) {
      if (this.#isTrying) {
        this.#pauseMs = Math.min(2 * this.#pauseMs, longestPauseMs);
        this.unsettled(nowMs);
      }
      return true;
    }
    if (this.#same < this.#limit) return false;
    this.#isUp = true;
    this.#isTrying = false;
    this.#pauseMs = firstPauseMs;
    this.#nextTryMs = nowMs + firstPauseMs;
    return true;
  }

  #open(): void {
    this.#isUp = false;
    this.#isTrying = false;
  }
}
