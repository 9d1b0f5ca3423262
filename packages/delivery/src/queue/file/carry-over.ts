import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { deadLetterCodes } from '../dead-letter-codes.js';
import type { QueueBooks } from '../queue-books.js';
import type { Recovery } from '../recovery.js';
import { copyRows } from './copy-rows.js';
import { FileBooks } from './file-books.js';
import type { ProcessIdentity } from './process-identity.js';

const eventColumns = ['key', 'params', 'added_ms', 'due_ms', 'attempts'];
const letterColumns = ['key', 'params', 'added_ms', 'buried_ms', 'code', 'http_status', 'attempts', 'message'];

/**
 * Copies everything that can be read from a damaged file into a new one, and balances its books: events that they tell of
 * and that nobody finds are dead letters that can't be read.
 *
 * @param damaged a copy of the file, which may be written to
 * @param checkHolders called with the processes that the file names, before anything is copied
 */
export function carryOver(
  damaged: string,
  to: DatabaseSyncInstance,
  checkHolders: (holders: readonly ProcessIdentity[]) => void,
): Omit<Recovery, 'setAsideAs'> {
  const from = new DatabaseSync(damaged);
  try {
    checkHolders(readAll(from, 'SELECT process FROM holders').flatMap(({ process }) => parseHolder(process)));
    to.exec('BEGIN IMMEDIATE');
    copyRows(from, to, 'events', eventColumns);
    copyRows(from, to, 'dead_letters', letterColumns);
    copyRows(from, to, 'seen_log', ['key', 'seen_ms', 'digests']);
    copySeen(from, to);
    copyTime(from, to);
    const found = balance(readBooks(from), to);
    to.exec('COMMIT');
    return found;
  } finally {
    from.close();
  }
}

/** The rows that come before the damage; all of them if there is none. */
function readAll(from: DatabaseSyncInstance, sql: string): Readonly<Record<string, unknown>>[] {
  const rows: Readonly<Record<string, unknown>>[] = [];
  try {
    for (const row of from.prepare(sql).iterate()) rows.push(row as Readonly<Record<string, unknown>>);
  } catch {
    return rows;
  }
  return rows;
}

function parseHolder(text: unknown): ProcessIdentity[] {
  try {
    return [JSON.parse(String(text)) as ProcessIdentity];
  } catch {
    return [];
  }
}

/** Digests have no numbers: what stands before the damage is read from the front, and what stands behind it from the back. */
function copySeen(from: DatabaseSyncInstance, to: DatabaseSyncInstance): void {
  const insert = to.prepare('INSERT OR IGNORE INTO seen (digest, seen_ms) VALUES (?, ?)');
  for (const order of ['ASC', 'DESC']) {
    const rows = readAll(from, `SELECT digest, seen_ms FROM seen ORDER BY digest ${order}`);
    for (const { digest, seen_ms: seenMs } of rows) insert.run(digest, seenMs);
  }
}

/** The queue's own time goes on, so that what is carried over keeps its age. */
function copyTime(from: DatabaseSyncInstance, to: DatabaseSyncInstance): void {
  const [row] = readAll(from, 'SELECT boot, steady_start_ms, queue_ms, wall_ms FROM time');
  if (row === undefined) return;
  to.prepare('INSERT INTO time (boot, steady_start_ms, queue_ms, wall_ms) VALUES (?, ?, ?, ?)').run(
    ...(Object.values(row) as (string | number)[]),
  );
}

/** Null if the books can't be read. */
function readBooks(from: DatabaseSyncInstance): QueueBooks | null {
  try {
    const books = new FileBooks(from).read();
    return books.accepted > 0 ? books : null;
  } catch {
    return null;
  }
}

function balance(old: QueueBooks | null, to: DatabaseSyncInstance): Omit<Recovery, 'setAsideAs'> {
  const count = (table: string): number =>
    (to.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { readonly rows: number }).rows;
  const [events, deadLetters] = [count('events'), count('dead_letters')];
  const { delivered = 0, removed = 0, duplicates = 0 } = old ?? {};
  const lost = Math.max(0, (old?.accepted ?? 0) - delivered - removed - events - deadLetters);
  to.prepare(
    `INSERT INTO dead_letters (params, added_ms, buried_ms, code, http_status, attempts, message)
     WITH RECURSIVE numbers (n) AS (SELECT 1 WHERE ?1 > 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1)
     SELECT '', ?2, ?2, 'unreadable', NULL, 0, ?3 FROM numbers`,
  ).run(lost, queueMs(to), deadLetterCodes.unreadable);
  const dead = deadLetters + lost;
  const entries = { accepted: delivered + events + dead + removed, duplicates, delivered, dead, removed };
  const write = to.prepare('UPDATE books SET events = ? WHERE entry = ?');
  for (const [entry, value] of Object.entries(entries)) write.run(value, entry);
  return { events, deadLetters, lost };
}

/** The last moment that the queue's own time is known of. */
function queueMs(to: DatabaseSyncInstance): number {
  const row = to.prepare('SELECT max(queue_ms) AS ms FROM time').get() as { readonly ms: number | null };
  return row.ms ?? Date.now();
}
