/**
 * Runs functions when a signal is aborted, with one listener per signal: thousands of requests may wait on the same
 * one, and Node warns of a leak from the eleventh listener on.
 */
export class AbortWatch {
  readonly #waiting = new WeakMap<AbortSignal, Set<() => void>>();

  add(signal: AbortSignal, run: () => void): void {
    const known = this.#waiting.get(signal);
    if (known !== undefined) {
      known.add(run);
      return;
    }
    const waiting = new Set([run]);
    this.#waiting.set(signal, waiting);
    const runAll = (): void => {
      for (const run of waiting) run();
      waiting.clear();
    };
    signal.addEventListener('abort', runAll, { once: true });
  }

  delete(signal: AbortSignal, run: () => void): void {
    this.#waiting.get(signal)?.delete(run);
  }
}
