import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** Most rows that one statement adds: calling SQLite costs more than a row does, up to about here. */
const rowsPerCall = 32;

/** Adds rows to `events`, several in one call. Its method belongs into a transaction. */
export class EventInsert {
  readonly #database: DatabaseSyncInstance;
  /** By how many rows they add; made when first needed. */
  readonly #statements = new Map<number, StatementSyncInstance>();

  constructor(database: DatabaseSyncInstance) {
    this.#database = database;
  }

  /**
   * @param params the events' parameters as JSON
   * @param holder who holds them from the start; null if they are free
   * @returns the key of the first one. The others follow without a gap: nobody else writes in the same transaction
   */
  run(params: readonly string[], nowMs: number, holder: number | null): number {
    let lastKey = 0;
    for (let from = 0; from < params.length; from += rowsPerCall) {
      const rows = params.slice(from, from + rowsPerCall);
      lastKey = Number(this.#statement(rows.length).run(nowMs, holder, ...rows).lastInsertRowid);
    }
    return lastKey - params.length + 1;
  }

  #statement(rows: number): StatementSyncInstance {
    const known = this.#statements.get(rows);
    if (known !== undefined) return known;
    const values = Array.from({ length: rows }, (_, row) => `(?${row + 3}, ?1, ?1, 0, ?2)`).join(', ');
    const statement = this.#database.prepare(
      `INSERT INTO events (params, added_ms, due_ms, attempts, holder) VALUES ${values}`,
    );
    this.#statements.set(rows, statement);
    return statement;
  }
}
