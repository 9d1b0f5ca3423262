import { andThen, type Eventual } from './eventual.js';
import type { TimeLimit } from './time-limit.js';

type ReadPhone = (text: string, country: string | null) => string | null;

/** The phone parser, which is large: it is loaded when the first phone has to be read. */
export class PhoneParser {
  private parser: ReadPhone | null = null;
  private loading: Promise<boolean> | null = null;
  private misses = 0;

  /** @param load imports the parser; a bundler makes a chunk of its own of it */
  constructor(
    private readonly load: () => Promise<ReadPhone>,
    private readonly limit: TimeLimit,
  ) {}

  /** For the core. Until the parser is there it reads nothing, and remembers that it was asked. */
  readonly readPhone: ReadPhone = (text, country) => {
    if (this.parser !== null) return this.parser(text, country);
    this.misses += 1;
    return null;
  };

  /**
   * Runs something that may call {@link readPhone}, and if it did in vain, loads the parser and runs it again.
   * `isFinal` tells results that a phone can't change, for which nothing is loaded.
   * @returns the result, and whether the parser could not be loaded
   */
  use<T>(run: () => T, isFinal: (result: T) => boolean): Eventual<{ readonly result: T; readonly missing: boolean }> {
    const missedBefore = this.misses;
    const result = run();
    if (this.misses === missedBefore || isFinal(result)) return { result, missing: false };
    this.loading ??= this.load().then(
      (parser) => {
        this.parser = parser;
        return true;
      },
      () => {
        // Offline, perhaps: the next phone tries again.
        this.loading = null;
        return false;
      },
    );
    return andThen(this.limit.race(this.loading, false), (loaded) =>
      loaded ? { result: run(), missing: false } : { result, missing: true },
    );
  }
}
