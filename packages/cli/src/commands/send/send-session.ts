import type { Sender } from '@loop-adapters/delivery';

import type { DeadLetterFile } from '../dead-letters/dead-letter-file.js';
import type { Io } from '../../terminal/io.js';
import type { Counts } from '../../terminal/counts.js';
import { startProgress, type Progress } from '../../terminal/progress.js';
import { Interruption } from '../../terminal/interruption.js';
import { SendRun } from './send-run.js';

/** Everything that is alive while `send` sends: the run, its progress bar, and the ear for Ctrl-C. */
export class SendSession {
  readonly run: SendRun;
  private readonly interruption = new Interruption();
  private readonly progress: Progress;
  private readonly startedAt = performance.now();
  private bytes = 0;

  /**
   * @param concurrency the sender's
   * @param counts what became of the events; shown as they change
   * @param totalBytes size of the input; null where it can't be known
   */
  constructor(
    private readonly sender: Sender,
    concurrency: number,
    private readonly letters: DeadLetterFile,
    counts: Counts,
    totalBytes: number | null,
    io: Io,
  ) {
    // Twice, so that the next ones are ready when the sender has room.
    this.run = new SendRun(sender, 2 * concurrency, letters, this.interruption, this.log);
    this.progress = startProgress(
      io.stderr,
      () => ({
        events: counts.events,
        skipped: counts.skipped,
        invalid: counts.invalid,
        delivered: this.run.results.delivered,
        undelivered: this.run.results.undelivered,
        bytes: this.bytes,
      }),
      totalBytes,
    );
    this.stop.addEventListener('abort', () => {
      // A pipe that nothing comes from would keep the run waiting.
      io.stdin.destroy();
      this.log('Stopping: finishing what is on its way. Press Ctrl-C again to end at once.');
    });
  }

  /** Aborted when nothing new is to be sent. */
  get stop(): AbortSignal {
    return this.interruption.stop;
  }

  readonly log = (message: string): void => {
    this.progress.log(message);
  };

  readonly addBytes = (count: number): void => {
    this.bytes += count;
  };

  /**
   * Waits until everything has its result, and ends the session.
   *
   * @returns how long it took, in seconds
   * @throws DeadLetterFileError if the dead letters may not have reached the disk
   */
  async finish(): Promise<number> {
    await this.run.drain();
    this.interruption.release();
    this.progress.stop();
    // After a halt there are requests that nobody waits for any more.
    if (!this.interruption.halt.aborted) await this.sender.close();
    this.letters.close();
    return (performance.now() - this.startedAt) / 1000;
  }
}
