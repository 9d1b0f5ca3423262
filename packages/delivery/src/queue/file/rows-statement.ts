import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** Most rows that one call takes: a call costs more than a row does, up to about here. */
const rowsPerCall = 32;

/** A statement that takes several rows in one call. It is prepared for each number of rows when first needed. */
export class RowsStatement {
  readonly #database: DatabaseSyncInstance;
  readonly #sqlOf: (rows: number) => string;
  readonly #statements = new Map<number, StatementSyncInstance>();

  /** @param sqlOf makes the statement for so many rows, of which {@link rowList} is a part */
  constructor(database: DatabaseSyncInstance, sqlOf: (rows: number) => string) {
    this.#database = database;
    this.#sqlOf = sqlOf;
  }

  /** Cuts rows into pieces of one call each, with the statement for it. */
  *calls<Row>(rows: readonly Row[]): Generator<readonly [StatementSyncInstance, readonly Row[]]> {
    for (let from = 0; from < rows.length; from += rowsPerCall) {
      const piece = rows.slice(from, from + rowsPerCall);
      yield [this.#of(piece.length), piece];
    }
  }

  #of(rows: number): StatementSyncInstance {
    const known = this.#statements.get(rows);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(this.#sqlOf(rows));
    this.#statements.set(rows, statement);
    return statement;
  }
}

/** SQL of so many rows, one after the other: `(?3, ?1), (?4, ?1)`. */
export function rowList(rows: number, sqlOf: (row: number) => string): string {
  return Array.from({ length: rows }, (_, row) => sqlOf(row)).join(', ');
}
