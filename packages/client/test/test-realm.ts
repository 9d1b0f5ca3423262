import type { Realm } from '../src/host/realm.js';

/** A realm made for a test, over the real `fetch` and the real timers of this process. */
export interface TestRealm extends Realm {
  readonly navigator: { onLine: boolean; userAgent?: string; product?: string; language?: string };
  /** Calls the listeners, as the browser does. */
  dispatch(type: string): void;
}

export function createTestRealm(changed: Partial<Realm> = {}): TestRealm {
  const listeners = new Map<string, Set<() => void>>();
  return {
    navigator: { onLine: true },
    fetch: globalThis.fetch as unknown as NonNullable<Realm['fetch']>,
    AbortController,
    setTimeout,
    clearTimeout: clearTimeout as NonNullable<Realm['clearTimeout']>,
    addEventListener: (type, listener) => {
      listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
    },
    removeEventListener: (type, listener) => {
      listeners.get(type)?.delete(listener);
    },
    dispatch: (type) => {
      for (const listener of listeners.get(type) ?? []) listener();
    },
    ...(changed as object),
  };
}
