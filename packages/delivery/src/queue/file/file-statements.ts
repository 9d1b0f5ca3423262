import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** Most rows that one transaction of `tidy` removes, so that nobody waits long for it. */
export const tidyRows = 5000;

/** Rows that are counted at once. */
const rowsPerCount = 20_000;

/** The statements of a queue's file, each prepared once. */
export type FileStatements = ReturnType<typeof prepareStatements>;

export function prepareStatements(database: DatabaseSyncInstance) {
  const prepare = (sql: string): StatementSyncInstance => database.prepare(sql);
  return {
    anyDue: prepare('SELECT 1 FROM events WHERE holder IS NULL AND due_ms <= ? LIMIT 1'),
    lease: prepare(
      `UPDATE events SET holder = ? WHERE key IN
         (SELECT key FROM events WHERE holder IS NULL AND due_ms <= ? ORDER BY due_ms, key LIMIT ?)
       RETURNING key, params, added_ms, attempts`,
    ),
    remove: prepare('DELETE FROM events WHERE key BETWEEN ? AND ?'),
    release: prepare('UPDATE events SET holder = NULL, due_ms = ?, attempts = ? WHERE key = ? AND holder = ?'),
    bury: prepare(
      `INSERT INTO dead_letters (params, added_ms, buried_ms, code, http_status, attempts, message)
       SELECT params, added_ms, ?, ?, ?, ?, ? FROM events WHERE key = ? AND holder = ?`,
    ),
    oldest: prepare('SELECT added_ms AS addedMs FROM events ORDER BY key LIMIT 1'),
    countEvents: prepare(
      `SELECT count(*) AS rows, max(key) AS last FROM (SELECT key FROM events WHERE key > ? ORDER BY key LIMIT ${rowsPerCount})`,
    ),
    countLetters: prepare(
      `SELECT count(*) AS rows, max(key) AS last
       FROM (SELECT key FROM dead_letters WHERE key > ? ORDER BY key LIMIT ${rowsPerCount})`,
    ),
    keepTime: prepare('UPDATE time SET queue_ms = ?, wall_ms = ?'),
    size: prepare(
      `SELECT page_count AS pages, freelist_count AS free, page_size AS size
       FROM pragma_page_count, pragma_freelist_count, pragma_page_size`,
    ),
    dropOldLetters: prepare(
      `DELETE FROM dead_letters WHERE key IN
         (SELECT key FROM dead_letters WHERE buried_ms < ? ORDER BY buried_ms LIMIT ${tidyRows})`,
    ),
    dropSurplusLetters: prepare(
      `DELETE FROM dead_letters WHERE key IN
         (SELECT key FROM dead_letters ORDER BY key
          LIMIT min(${tidyRows}, max(0, (SELECT count(*) FROM dead_letters) - ?)))`,
    ),
    forgetIds: prepare(
      `DELETE FROM seen WHERE digest IN
         (SELECT digest FROM seen WHERE seen_ms <= ? ORDER BY seen_ms LIMIT ${tidyRows})`,
    ),
  };
}

/**
 * Counts rows in bites, so that nobody waits for it.
 * @param statement `countEvents` or `countLetters`
 * @param read runs one bite
 */
export async function countRows(
  statement: StatementSyncInstance,
  read: <Result>(count: () => Result) => Result,
): Promise<number> {
  let total = 0;
  for (let after = 0; ;) {
    const { rows, last } = read(() => statement.get(after) as { rows: number; last: number | null });
    total += rows;
    if (last === null) return total;
    after = last;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
