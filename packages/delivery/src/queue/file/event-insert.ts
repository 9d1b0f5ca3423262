import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { rowList, RowsStatement } from './rows-statement.js';

/** Adds rows to `events`. Its method belongs into a transaction. */
export class EventInsert {
  readonly #insert: RowsStatement;

  constructor(database: DatabaseSyncInstance) {
    this.#insert = new RowsStatement(
      database,
      (rows) =>
        `INSERT INTO events (params, added_ms, due_ms, attempts, holder)
         VALUES ${rowList(rows, (row) => `(?${row + 3}, ?1, ?1, 0, ?2)`)}`,
    );
  }

  /**
   * @param params the events' parameters as JSON
   * @param holder who holds them from the start; null if they are free
   * @returns the key of the first one. The others follow without a gap: nobody else writes in the same transaction
   */
  run(params: readonly string[], nowMs: number, holder: number | null): number {
    let lastKey = 0;
    for (const [statement, piece] of this.#insert.calls(params)) {
      lastKey = Number(statement.run(nowMs, holder, ...piece).lastInsertRowid);
    }
    return lastKey - params.length + 1;
  }
}
