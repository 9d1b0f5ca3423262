import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { FileQueueSettings } from './file-queue-settings.js';
import { QueueError } from '../queue-error.js';
import { isBusy, toQueueError } from './sqlite-error.js';

interface Write {
  readonly isSynced: boolean;
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: QueueError) => void;
}

/** How long to wait before a file that another program holds is tried again, in milliseconds. */
const busyPauseMs = 10;

/**
 * Group commit: everything that is to be written in one turn of the event loop goes into one transaction. Bringing a
 * transaction to the disk costs the same whether it holds one event or a thousand.
 */
export class WriteGroup {
  readonly #database: DatabaseSyncInstance;
  readonly #busyMs: number;
  readonly #mode: FileQueueSettings['synchronous'];
  readonly #onCommit: () => void;
  readonly #onUndone: () => void;
  /** The mode that the database is in. */
  #currentMode: FileQueueSettings['synchronous'] | null = null;
  #waiting: Write[] = [];
  #working: Promise<void> | null = null;
  #closed = false;

  /**
   * @param busyMs how long another program may hold the file
   * @param mode `full`: what {@link write} has written survives a power cut
   * @param onCommit called at the end of each transaction, within it
   * @param onUndone called when statements have run and are not written: what was read or noted meanwhile may be wrong
   */
  constructor(
    database: DatabaseSyncInstance,
    busyMs: number,
    mode: FileQueueSettings['synchronous'],
    onCommit: () => void,
    onUndone: () => void,
  ) {
    this.#database = database;
    this.#busyMs = busyMs;
    this.#mode = mode;
    this.#onCommit = onCommit;
    this.#onUndone = onUndone;
  }

  /**
   * Runs statements in a transaction that others may share. Resolves when it is on disk.
   *
   * @param work may run more than once, if the transaction has to be begun anew; only what the last run did counts
   * @throws QueueError if it could not be written. Nothing of it is there then
   */
  write<Result>(work: () => Result): Promise<Result> {
    return this.#write(work, true);
  }

  /**
   * The same for what a power cut may undo without harm, such as an acknowledgement: the event is delivered once more.
   * It survives the end of the process like all the rest. Waiting for the disk would take longer than all else.
   */
  writeUnsynced<Result>(work: () => Result): Promise<Result> {
    return this.#write(work, false);
  }

  #write<Result>(work: () => Result, isSynced: boolean): Promise<Result> {
    if (this.#closed) return Promise.reject(new QueueError('queue_closed'));
    return new Promise((resolve, reject) => {
      let result: Result;
      this.#waiting.push({
        isSynced,
        run: () => {
          result = work();
        },
        resolve: () => resolve(result),
        reject,
      });
      this.#working ??= this.#workOff();
    });
  }

  /** Writes what waits, and takes nothing more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
  }

  async #workOff(): Promise<void> {
    while (this.#waiting.length > 0) {
      // What the other connections of this turn bring goes along.
      await new Promise((resolve) => setImmediate(resolve));
      const writes = this.#waiting;
      this.#waiting = [];
      const error = await this.#commit(writes);
      if (error === null) for (const { resolve } of writes) resolve();
      else await this.#commitEach(writes, error);
    }
    this.#working = null;
  }

  /** One that can't be written must not take the others with it: what only removes still fits on a full disk. */
  async #commitEach(writes: readonly Write[], error: QueueError): Promise<void> {
    for (const write of writes) {
      const own = writes.length === 1 || error.code === 'queue_busy' ? error : await this.#commit([write]);
      if (own === null) write.resolve();
      else write.reject(own);
    }
  }

  async #commit(writes: readonly Write[]): Promise<QueueError | null> {
    const untilMs = performance.now() + this.#busyMs;
    for (;;) {
      let isBegun = false;
      try {
        this.#setMode(writes.some(({ isSynced }) => isSynced) ? this.#mode : 'normal');
        this.#database.exec('BEGIN IMMEDIATE');
        isBegun = true;
        for (const { run } of writes) run();
        this.#onCommit();
        this.#database.exec('COMMIT');
        return null;
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
        if (isBegun) this.#onUndone();
        if (!isBusy(error) || performance.now() >= untilMs) return toQueueError(error);
        // SQLite's own way to wait would hold up everything else in this process.
        await new Promise((resolve) => setTimeout(resolve, busyPauseMs));
      }
    }
  }

  /** In the mode `full` a commit brings to the disk what was committed before it as well: the log has one order. */
  #setMode(mode: FileQueueSettings['synchronous']): void {
    if (mode === this.#currentMode) return;
    this.#database.exec(`PRAGMA synchronous = ${mode}`);
    this.#currentMode = mode;
  }
}
