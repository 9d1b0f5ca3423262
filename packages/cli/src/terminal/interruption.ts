import { setMaxListeners } from 'node:events';

/** A terminal window that is closed sends SIGHUP. */
const endingSignals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Listens for Ctrl-C and its like while something long runs. The first one asks
 * to stop cleanly; the second one means now.
 */
export class Interruption {
  private readonly first = new AbortController();
  private readonly second = new AbortController();

  private readonly signals: readonly NodeJS.Signals[];

  /** @param signals a server leaves SIGHUP out: it means that the settings are to be read again */
  constructor(signals = endingSignals) {
    this.signals = signals;
    // Every request on its way listens, which is many and no leak.
    setMaxListeners(0, this.first.signal);
    for (const signal of signals) process.on(signal, this.onSignal);
  }

  /** Aborted by the first signal: take nothing new, finish what was begun. */
  get stop(): AbortSignal {
    return this.first.signal;
  }

  /** Aborted by the second signal: wait for nothing any more. */
  get halt(): AbortSignal {
    return this.second.signal;
  }

  /** Stops as Ctrl-C does, for a reason of the program's own. */
  request(): void {
    this.first.abort();
  }

  /** Gives the signals back to the process. */
  release(): void {
    for (const signal of this.signals) process.off(signal, this.onSignal);
  }

  private readonly onSignal = (): void => {
    if (this.first.signal.aborted) this.second.abort();
    else this.first.abort();
  };
}
