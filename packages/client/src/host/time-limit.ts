import type { Realm } from './realm.js';

/** Bounds how long an event waits for the host app. */
export interface TimeLimit {
  /** The promise's value, or `late` if it takes too long, rejects, or the page goes away. */
  race<T>(promise: PromiseLike<T>, late: T): Promise<T>;
  /** The page is going away: waits end now, later ones at once. What is not known by now is absent. */
  readonly hurry: () => void;
  /** The page has come back from the back/forward cache. */
  readonly calm: () => void;
}

/** @param timeoutMs how long each wait may take; without timers in the realm there is no limit. */
export function createTimeLimit(realm: Realm, timeoutMs: number): TimeLimit {
  const waits = new Set<() => void>();
  let isOver = false;
  return {
    race<T>(promise: PromiseLike<T>, late: T) {
      if (isOver) return Promise.resolve(late);
      return new Promise<T>((resolve) => {
        const finish = (value: T): void => {
          waits.delete(giveUp);
          realm.clearTimeout?.(timer);
          resolve(value);
        };
        const giveUp = (): void => {
          finish(late);
        };
        const timer = realm.setTimeout?.(giveUp, timeoutMs);
        waits.add(giveUp);
        promise.then(finish, giveUp);
      });
    },
    hurry() {
      isOver = true;
      for (const giveUp of [...waits]) giveUp();
    },
    calm() {
      isOver = false;
    },
  };
}
