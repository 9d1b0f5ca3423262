import { andThen, type Eventual } from '../host/eventual.js';
import type { TimeLimit } from '../host/time-limit.js';

type NormalizePhone = (text: string, country: string | null) => string | null;

/** The phone parser, which is large: it is loaded when the first phone has to be read. */
export interface PhoneParser {
  /** For the core. Until the parser is there it reads nothing, and remembers that it was asked. */
  readonly normalizePhone: NormalizePhone;
  /**
   * Runs something that may call {@link normalizePhone}, and if it did in vain, loads the parser and runs it again.
   * `isFinal` tells results that a phone can't change, for which nothing is loaded.
   * @returns the result, and whether the parser could not be loaded
   */
  use<T>(run: () => T, isFinal: (result: T) => boolean): Eventual<{ readonly result: T; readonly missing: boolean }>;
}

/** @param load imports the parser; a bundler makes a chunk of its own of it */
export function createPhoneParser(load: () => Promise<NormalizePhone>, limit: TimeLimit): PhoneParser {
  let parser: NormalizePhone | null = null;
  let loading: Promise<boolean> | null = null;
  let misses = 0;
  return {
    normalizePhone(text, country) {
      if (parser !== null) return parser(text, country);
      misses += 1;
      return null;
    },
    use(run, isFinal) {
      const missedBefore = misses;
      const result = run();
      if (misses === missedBefore || isFinal(result)) return { result, missing: false };
      loading ??= load().then(
        (loaded) => {
          parser = loaded;
          return true;
        },
        () => {
          // Offline, perhaps: the next phone tries again.
          loading = null;
          return false;
        },
      );
      return andThen(limit.race(loading, false), (isThere) =>
        isThere ? { result: run(), missing: false } : { result, missing: true },
      );
    },
  };
}
