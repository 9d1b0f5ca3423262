import { andThen, type Eventual } from '../host/eventual.js';
import type { TimeLimit } from '../host/time-limit.js';

/** A part of the code that is large and seldom needed: it is loaded when the first event needs it. */
export interface Part<T> {
  readonly name: string;
  /** What the part exports; null until it is there, and then it is remembered that it was needed. */
  readonly need: () => T | null;
  /** Whether it was needed in vain since this was asked last. */
  readonly takeMiss: () => boolean;
  /** Loads it. Never rejects: false if it could not be loaded. The next call tries again. */
  readonly load: () => Promise<boolean>;
}

/** @param load imports the part; a bundler makes a chunk of its own of it */
export function createPart<T>(name: string, load: () => Promise<T>): Part<T> {
  let part: T | null = null;
  let loading: Promise<boolean> | null = null;
  let isMissed = false;
  return {
    name,
    need() {
      isMissed ||= part === null;
      return part;
    },
    takeMiss() {
      const wasMissed = isMissed;
      isMissed = false;
      return wasMissed;
    },
    load() {
      loading ??= load().then(
        (loaded) => {
          part = loaded;
          return true;
        },
        () => {
          // Offline, perhaps.
          loading = null;
          return false;
        },
      );
      return loading;
    },
  };
}

/** What came of a run, and the names of the parts that it needed and that did not come. */
interface Ran<T> {
  readonly result: T;
  readonly missing: readonly string[];
}

/**
 * Runs something that may need parts. Those that were needed in vain are loaded, and it runs again: at once if nothing
 * had to be loaded, and for the last time if a part does not come in time.
 *
 * @param isFinal tells a result that a part can't change, for which nothing is loaded
 */
export function runWithParts<T>(
  parts: readonly Part<unknown>[],
  limit: TimeLimit,
  run: () => T,
  isFinal: (result: T, missed: readonly string[]) => boolean,
): Eventual<Ran<T>> {
  for (const part of parts) part.takeMiss();
  const result = run();
  const missed = parts.filter((part) => part.takeMiss());
  const names = missed.map(({ name }) => name);
  if (missed.length === 0 || isFinal(result, names)) return { result, missing: [] };
  const loaded = limit.race(Promise.all(missed.map((part) => part.load())), null);
  return andThen(loaded, (answers) =>
    answers?.every((isThere) => isThere) === true
      ? // With this part, it may need another one.
        runWithParts(parts, limit, run, isFinal)
      : { result, missing: names },
  );
}
