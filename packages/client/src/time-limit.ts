import type { Realm } from './realm.js';

/** Bounds how long an event waits for the host app. */
export class TimeLimit {
  private readonly waits = new Set<() => void>();
  private isOver = false;

  /** @param timeoutMs how long each wait may take; without timers in the realm there is no limit. */
  constructor(
    private readonly realm: Realm,
    private readonly timeoutMs: number,
  ) {}

  /** The promise's value, or `late` if it takes too long, rejects, or the page goes away. */
  race<T>(promise: PromiseLike<T>, late: T): Promise<T> {
    if (this.isOver) return Promise.resolve(late);
    return new Promise((resolve) => {
      const finish = (value: T): void => {
        this.waits.delete(giveUp);
        this.realm.clearTimeout?.(timer);
        resolve(value);
      };
      const giveUp = (): void => {
        finish(late);
      };
      const timer = this.realm.setTimeout?.(giveUp, this.timeoutMs);
      this.waits.add(giveUp);
      promise.then(finish, giveUp);
    });
  }

  /** The page is going away: waits end now, later ones at once. What is not known by now is absent. */
  readonly hurry = (): void => {
    this.isOver = true;
    for (const giveUp of [...this.waits]) giveUp();
  };

  /** The page has come back from the back/forward cache. */
  readonly calm = (): void => {
    this.isOver = false;
  };
}
