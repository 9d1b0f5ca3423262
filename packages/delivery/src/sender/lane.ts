import type { Clock } from './clock.js';
import { Fifo } from './fifo.js';
import type { Pace } from './pace.js';

/** A request that wants to go out. */
export interface Traveler {
  /** Whether it gave up waiting. */
  readonly gone: boolean;
  /** Its turn has come. Must be followed by `Lane.leave`, once. `lap` goes back to `Lane.accepted`. */
  go(lap: number): void;
}

/**
 * The way to one server: decides which request goes out when. At most `concurrency` are on their way at once, those
 * that are tried again go first, and a pause that the server asked for holds for everyone.
 *
 * After a pause one request goes out alone, and each one that is accepted makes room for one more. All of them at once
 * would only be told to wait again, and would use up their tries that way.
 */
export class Lane {
  readonly #concurrency: number;
  readonly #pace: Pace | null;
  readonly #clock: Clock;
  readonly #again = new Fifo<Traveler>();
  readonly #fresh = new Fifo<Traveler>();
  #inFlight = 0;
  #room: number;
  #lap = 0;
  #pausedUntilMs = 0;
  /** Calls off the timer that everyone waits for; null if nothing waits for time. */
  #callOff: (() => void) | null = null;
  /** First in line, when its turn came too early for the rate. */
  #held: Traveler | undefined;
  #pumping = false;

  constructor(concurrency: number, pace: Pace | null, clock: Clock) {
    this.#concurrency = concurrency;
    this.#room = concurrency;
    this.#pace = pace;
    this.#clock = clock;
  }

  /** Gets in line, before the others if it has been out already. */
  join(traveler: Traveler, again: boolean): void {
    (again ? this.#again : this.#fresh).push(traveler);
    this.#pump();
  }

  /** A request came back, whatever the answer. */
  leave(): void {
    this.#inFlight--;
    this.#pump();
  }

  /** The server took a request. One that went out before the last pause says nothing about what comes after. */
  accepted(lap: number): void {
    if (lap === this.#lap && this.#room < this.#concurrency) this.#room++;
  }

  /** Nothing goes out for so many milliseconds. The longest pause counts. */
  pause(ms: number): void {
    this.#lap++;
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
      const traveler = this.#next();
      if (traveler === undefined) break;
      const waitMs = this.#pace?.take() ?? 0;
      if (waitMs > 0) {
        this.#held = traveler;
        this.#wakeAfter(waitMs);
        break;
      }
      this.#inFlight++;
      traveler.go(this.#lap);
    }
    this.#pumping = false;
  }

  #next(): Traveler | undefined {
    let next = this.#held ?? this.#again.shift() ?? this.#fresh.shift();
    this.#held = undefined;
    while (next?.gone === true) next = this.#again.shift() ?? this.#fresh.shift();
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
