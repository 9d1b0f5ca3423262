import type { Settings } from '@loop-adapters/core';
import type { SenderSettingsInput } from '@loop-adapters/delivery';
import {
  createDeliverer,
  QueueError,
  type Deliverer,
  type Queue,
  type QueueEvent,
} from '@loop-adapters/delivery/queue';

import type { Interruption } from '../../terminal/interruption.js';
import { JournalResults } from './journal-results.js';
import { requestEndpoint } from '@loop-adapters/core';

/** So many events are written to the journal at once: bringing one to the disk takes as long as bringing many. */
const batchSize = 200;
/** No more than this wait in the journal, so that it stays small however large the input is. */
const maxWaiting = 20_000;
/** How long an event may wait for Loop: a year, because whoever starts the command again wants it sent. */
export const journalHours = 8760;

/**
 * One run of sending with a journal: events go into it, and from there to Loop. What Loop has answered 2xx is noted in
 * the journal at once, so a run that was killed can be started again.
 */
export class JournalRun {
  readonly results = new JournalResults();
  private readonly deliverer: Deliverer;
  private readonly batch: QueueEvent[] = [];
  private hasWarned = false;
  private wake: (() => void) | null = null;

  /**
   * @param waiting how many events an earlier run left in the journal
   * @param log prints a message to the user
   */
  constructor(
    private readonly journal: Queue,
    private waiting: number,
    settings: Settings,
    sender: SenderSettingsInput,
    private readonly interruption: Interruption,
    private readonly log: (message: string) => void,
  ) {
    interruption.stop.addEventListener('abort', () => this.wake?.());
    this.deliverer = createDeliverer({
      queue: journal,
      endpoint: requestEndpoint(settings),
      sourceHash: settings.relay === undefined ? settings.sourceHash : null,
      sender,
      maxAgeHours: journalHours,
      onDelivered: () => {
        this.results.delivered += 1;
        this.settled();
      },
      onDeadLetter: ({ code, httpStatus }) => {
        this.results.addDead(code, httpStatus);
        this.settled();
      },
      onRetry: ({ code }) => {
        this.warn(code);
      },
      onTrouble: ({ message }) => {
        this.log(`${message} Trying again.`);
      },
    });
  }

  /** Takes an event; resolves when there is room for the next one. */
  async add(event: QueueEvent): Promise<void> {
    this.batch.push(event);
    if (this.batch.length >= batchSize) await this.flush();
    while (this.waiting >= maxWaiting && !this.interruption.stop.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Resolves when everything in the journal is delivered or given up, or sending was stopped. */
  async finish(): Promise<void> {
    await this.flush();
    if (!this.interruption.stop.aborted)
      await Promise.race([this.deliverer.whenEmpty(), aborted(this.interruption.stop)]);
    // After a second Ctrl-C nobody waits: what is not noted as delivered is in the journal.
    await Promise.race([this.deliverer.stop({ withinMs: 0 }), aborted(this.interruption.halt)]);
  }

  private async flush(): Promise<void> {
    const batch = this.batch.splice(0);
    if (batch.length === 0) return;
    try {
      const { accepted, duplicates } = await this.journal.add(batch);
      this.results.takenBefore += duplicates;
      this.waiting += accepted;
    } catch (error) {
      if (!(error instanceof QueueError)) throw error;
      this.results.notTaken += batch.length;
      this.log(`The journal can't be written: ${error.message} Sending stops.`);
      this.interruption.request();
    }
  }

  private settled(): void {
    this.waiting -= 1;
    this.wake?.();
  }

  private warn(code: string): void {
    if (this.hasWarned) return;
    this.hasWarned = true;
    this.log(`Loop did not take a request (${code}). It is tried again until Loop does; Ctrl-C stops cleanly.`);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
