import type { Clock } from '../../sender/clock.js';

const minuteMs = 60_000;

/**
 * Says at most once a minute that something happened, and how often. The first time is said at once: whoever tries
 * something out looks at the log now.
 */
export class MinuteLines<Kind extends string> {
  readonly #clock: Clock;
  readonly #say: (kind: Kind, times: number) => void;
  /** How often each kind has happened since its last line. */
  readonly #counts = new Map<Kind, number>();
  readonly #callOffs = new Map<Kind, () => void>();

  constructor(clock: Clock, say: (kind: Kind, times: number) => void) {
    this.#clock = clock;
    this.#say = say;
  }

  add(kind: Kind): void {
    const count = this.#counts.get(kind);
    if (count === undefined) this.#sayNow(kind, 1);
    else this.#counts.set(kind, count + 1);
  }

  /** Says what was not said yet. */
  close(): void {
    for (const callOff of this.#callOffs.values()) callOff();
    for (const [kind, count] of this.#counts) if (count > 0) this.#say(kind, count);
    this.#counts.clear();
  }

  #sayNow(kind: Kind, times: number): void {
    this.#say(kind, times);
    this.#counts.set(kind, 0);
    this.#callOffs.set(
      kind,
      this.#clock.after(minuteMs, () => {
        const count = this.#counts.get(kind) ?? 0;
        if (count > 0) this.#sayNow(kind, count);
        else this.#counts.delete(kind);
      }),
    );
  }
}
