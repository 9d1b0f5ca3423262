import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** A key is below it: nobody adds so many events. */
const endOfKeys = 2 ** 47;

/** After so many reads that failed, what is left of a table counts as lost. It takes seconds. */
const maxFailures = 100_000;

type Value = string | number | bigint | Uint8Array | null;

/**
 * Copies the rows of a table that can be read, out of a damaged file into a sound one. A read that fails is repeated for
 * each half of its keys, the widest ranges first, until what can't be read is a single key.
 *
 * @param columns the key is the first one
 */
export function copyRows(
  from: DatabaseSyncInstance,
  to: DatabaseSyncInstance,
  table: string,
  columns: readonly string[],
): void {
  const select = prepareOrNull(
    from,
    `SELECT ${columns.join(', ')} FROM ${table} NOT INDEXED WHERE key BETWEEN ? AND ?`,
  );
  if (select === null) return;
  // A row that was begun before its range failed comes again; one that lost a column that it must have is none.
  const insert = to.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const ranges = [{ first: 1, last: endOfKeys }];
  let failures = 0;
  for (let next = 0; next < ranges.length && failures < maxFailures; next++) {
    const { first, last } = ranges[next] as (typeof ranges)[number];
    if (copyRange(select, insert, first, last)) continue;
    failures++;
    if (first === last) continue;
    const middle = first + Math.floor((last - first) / 2);
    ranges.push({ first, last: middle }, { first: middle + 1, last });
  }
}

function copyRange(select: StatementSyncInstance, insert: StatementSyncInstance, first: number, last: number): boolean {
  let rows: Iterator<unknown> | null = null;
  for (;;) {
    let next: IteratorResult<unknown>;
    try {
      rows ??= select.iterate(first, last);
      next = rows.next();
    } catch {
      return false;
    }
    if (next.done === true) return true;
    insert.run(...Object.values(next.value as Readonly<Record<string, Value>>));
  }
}

/** Null if the table can't be found. */
function prepareOrNull(database: DatabaseSyncInstance, sql: string): StatementSyncInstance | null {
  try {
    return database.prepare(sql);
  } catch {
    return null;
  }
}
