import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { DeadLetter, DeadLetterFilter, DeadLetters } from '../dead-letters.js';
import { QueueError } from '../queue-error.js';
import type { FileClock } from './file-time.js';
import { readParams } from './stored-params.js';
import { toQueueError } from './sqlite-error.js';
import type { FileBooks } from './file-books.js';
import type { WriteGroup } from './write-group.js';

interface DeadLetterRow {
  readonly key: number;
  readonly params: string;
  readonly added_ms: number;
  readonly buried_ms: number;
  readonly code: string;
  readonly http_status: number | null;
  readonly attempts: number;
  readonly message: string;
}

/** What is null does not restrict. */
const matches = `
  (:keys IS NULL OR key IN (SELECT CAST(value AS INTEGER) FROM json_each(:keys)))
  AND (:codes IS NULL OR code IN (SELECT value FROM json_each(:codes)))
  AND (:from IS NULL OR buried_ms >= :from) AND (:before IS NULL OR buried_ms < :before)`;

/** What can't be read can't be sent. */
const canReturn = "code <> 'unreadable'";

const pageSize = 500;

/** The dead letters of a queue in a file. */
export class FileDeadLetters implements DeadLetters {
  readonly #database: DatabaseSyncInstance;
  readonly #group: WriteGroup;
  readonly #books: FileBooks;
  readonly #clock: FileClock;
  readonly #page: StatementSyncInstance;
  readonly #putBack: StatementSyncInstance;
  readonly #drop: StatementSyncInstance;
  readonly #dropReturned: StatementSyncInstance;
  readonly #onPutBack: () => void;

  /** @param onPutBack called when letters are in the queue again */
  constructor(
    database: DatabaseSyncInstance,
    group: WriteGroup,
    books: FileBooks,
    clock: FileClock,
    onPutBack: () => void,
  ) {
    this.#database = database;
    this.#group = group;
    this.#books = books;
    this.#clock = clock;
    this.#onPutBack = onPutBack;
    this.#page = database.prepare(
      `SELECT * FROM dead_letters WHERE key > :after AND ${matches} ORDER BY key LIMIT ${pageSize}`,
    );
    this.#putBack = database.prepare(
      `INSERT INTO events (params, added_ms, due_ms, attempts)
       SELECT params, :now, :now, 0 FROM dead_letters WHERE ${canReturn} AND ${matches} ORDER BY key`,
    );
    this.#dropReturned = database.prepare(`DELETE FROM dead_letters WHERE ${canReturn} AND ${matches}`);
    this.#drop = database.prepare(`DELETE FROM dead_letters WHERE ${matches}`);
  }

  async *list(filter: DeadLetterFilter = {}): AsyncGenerator<DeadLetter> {
    let after = 0;
    for (;;) {
      const rows = this.#read(filter, after);
      for (const row of rows) yield this.#toDeadLetter(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageSize) return;
      after = last.key;
    }
  }

  async retry(filter: DeadLetterFilter = {}): Promise<number> {
    const values = this.#toValues(filter);
    const count = await this.#group.write(() => {
      const { changes } = this.#putBack.run({ ...values, now: this.#clock.now() });
      this.#dropReturned.run(values);
      this.#books.note('dead', -changes);
      return changes;
    });
    if (count > 0) this.#onPutBack();
    return count;
  }

  drop(filter: DeadLetterFilter = {}): Promise<number> {
    return this.#group.write(() => {
      const { changes } = this.#drop.run(this.#toValues(filter));
      this.#books.note('dead', -changes);
      this.#books.note('removed', changes);
      return changes;
    });
  }

  #read(filter: DeadLetterFilter, after: number): DeadLetterRow[] {
    if (!this.#database.isOpen) throw new QueueError('queue_closed');
    try {
      return this.#page.all({ ...this.#toValues(filter), after }) as DeadLetterRow[];
    } catch (error) {
      throw toQueueError(error);
    }
  }

  #toValues({ keys, codes, fromMs, beforeMs }: DeadLetterFilter): Record<string, string | number | null> {
    const time = (ms: number | undefined): number | null => (ms === undefined ? null : this.#clock.fromWallMs(ms));
    return {
      keys: keys === undefined ? null : JSON.stringify(keys),
      codes: codes === undefined ? null : JSON.stringify(codes),
      from: time(fromMs),
      before: time(beforeMs),
    };
  }

  #toDeadLetter(row: DeadLetterRow): DeadLetter {
    return {
      key: String(row.key),
      // What can't be read is shown to nobody.
      params: (row.code === 'unreadable' ? null : readParams(row.params)) ?? {},
      addedAtMs: this.#clock.toWallMs(row.added_ms),
      buriedAtMs: this.#clock.toWallMs(row.buried_ms),
      code: row.code,
      httpStatus: row.http_status,
      attempts: row.attempts,
      message: row.message,
    };
  }
}
