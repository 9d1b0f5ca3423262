/**
 * Notices that a server is down: so many tries in a row that failed, without an answer or with one that says "not now".
 * Whoever asks then pauses, lets one request go alone, and pauses longer each time that one fails too.
 */
export class Breaker {
  readonly #limit: number;
  #failures = 0;
  #openings = 0;
  /** The first round whose failures say something new. */
  #round = 0;

  /** @param limit how many failures in a row it takes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * A try failed.
   *
   * @param round the round of the line in which it went out: many that went out together and fail together are one sign
   * @returns how often in a row there has been reason to pause, 0 if there is none
   */
  fail(round: number): number {
    if (round < this.#round) return 0;
    this.#failures++;
    if (this.#failures < this.#limit) return 0;
    this.#round = round + 1;
    return ++this.#openings;
  }

  /** The server answered. */
  close(): void {
    this.#failures = 0;
    this.#openings = 0;
  }
}
