import type { Clock } from './clock.js';
import { Fifo } from './fifo.js';
import type { Pace } from './pace.js';

/** A request that wants to go out. */
export interface QueuedRequest {
  /** Whether it gave up waiting. */
  readonly isGone: boolean;
  /** Its turn has come. Must be followed by `RequestLine.comeBack`, once. `round` goes back to `RequestLine.accepted`. */
  send(round: number): void;
}

/**
 * The requests to one server: decides which request goes out when. At most `concurrency` are on their way at once, those
 * that are tried again go first, and a pause that the server asked for holds for everyone.
 *
 * After a pause one request goes out alone, and each one that is accepted makes room for one more. All of them at once
 * would only be told to wait again, and would use up their tries that way. From one pause to the next is a round.
 *
 * ```
 *  tried again ──►┐  pause?  pace?   room: 1 … concurrency
 *                 ├──────────────► ┌ on its way ┐ ──► server
 *  new ──────────►┘                └────────────┘
 *                        comeBack ◄──────┘
 * ```
 */
export class RequestLine {
  readonly #concurrency: number;
  readonly #pace: Pace | null;
  readonly #clock: Clock;
  readonly #again = new Fifo<QueuedRequest>();
  readonly #fresh = new Fifo<QueuedRequest>();
  #inFlight = 0;
  #room: number;
  #round = 0;
  #pausedUntilMs = 0;
  /** Calls off the timer that everyone waits for; null if nothing waits for time. */
  #callOff: (() => void) | null = null;
  /** First in line, when its turn came too early for the rate. */
  #held: QueuedRequest | undefined;
  #pumping = false;

  constructor(concurrency: number, pace: Pace | null, clock: Clock) {
    this.#concurrency = concurrency;
    this.#room = concurrency;
    this.#pace = pace;
    this.#clock = clock;
  }

  /** Gets in line, before the others if it has been out already. */
  join(request: QueuedRequest, again: boolean): void {
    (again ? this.#again : this.#fresh).push(request);
    this.#pump();
  }

  /** A request came back, whatever the answer. */
  comeBack(): void {
    this.#inFlight--;
    this.#pump();
  }

  /** The server took a request. One that went out before the last pause says nothing about what comes after. */
  accepted(round: number): void {
    if (round === this.#round && this.#room < this.#concurrency) this.#room++;
  }

  /** Nothing goes out for so many milliseconds. The longest pause counts. */
  pause(ms: number): void {
    this.#round++;
    this.#room = 1;
    const untilMs = this.#clock.now() + ms;
    if (untilMs <= this.#pausedUntilMs) return;
    this.#pausedUntilMs = untilMs;
    this.#wakeAfter(ms);
  }

  #pump(): void {
    // A request that fails at once comes back in here: the loop that sent it goes on, the stack doesn't grow.
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#callOff === null && this.#inFlight < this.#room) {
      const request = this.#next();
      if (request === undefined) break;
      const waitMs = this.#pace?.take() ?? 0;
      if (waitMs > 0) {
        this.#held = request;
        this.#wakeAfter(waitMs);
        break;
      }
      this.#inFlight++;
      request.send(this.#round);
    }
    this.#pumping = false;
  }

  #next(): QueuedRequest | undefined {
    let next = this.#held ?? this.#again.shift() ?? this.#fresh.shift();
    this.#held = undefined;
    while (next?.isGone === true) next = this.#again.shift() ?? this.#fresh.shift();
    return next;
  }

  #wakeAfter(ms: number): void {
    this.#callOff?.();
    this.#callOff = this.#clock.after(ms, () => {
      this.#callOff = null;
      this.#pausedUntilMs = 0;
      this.#pump();
    });
  }
}
