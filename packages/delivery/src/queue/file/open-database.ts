import { closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { errorText } from '../error-text.js';
import { QueueError } from '../queue-error.js';
import { applicationId } from './file-header.js';
import type { FileQueueSettings } from './file-queue-settings.js';
import { toQueueError } from './sqlite-error.js';

const version = 4;

const holdersTable = `
  CREATE TABLE holders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    process TEXT NOT NULL,
    alive_ms INTEGER NOT NULL
  );`;

const timeTable = `
  CREATE TABLE time (boot TEXT NOT NULL, steady_start_ms REAL NOT NULL, queue_ms INTEGER NOT NULL, wall_ms REAL NOT NULL);`;

const schema = `
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};

  CREATE TABLE events (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    params TEXT NOT NULL,
    added_ms INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    holder INTEGER
  );
  CREATE INDEX events_due ON events (due_ms, key) WHERE holder IS NULL;
  CREATE INDEX events_held ON events (holder) WHERE holder IS NOT NULL;

  CREATE TABLE dead_letters (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    params TEXT NOT NULL,
    added_ms INTEGER NOT NULL,
    buried_ms INTEGER NOT NULL,
    code TEXT NOT NULL,
    http_status INTEGER,
    attempts INTEGER NOT NULL,
    message TEXT NOT NULL
  );
  CREATE INDEX dead_letters_buried ON dead_letters (buried_ms);

  CREATE TABLE seen (digest BLOB PRIMARY KEY, seen_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX seen_ms ON seen (seen_ms);
  CREATE TABLE seen_log (key INTEGER PRIMARY KEY AUTOINCREMENT, seen_ms INTEGER NOT NULL, digests BLOB NOT NULL);

  ${holdersTable}

  CREATE TABLE books (entry TEXT PRIMARY KEY, events INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO books VALUES ('accepted', 0), ('duplicates', 0), ('delivered', 0), ('dead', 0), ('removed', 0);

  ${timeTable}
`;

/** Brings a file of an older version to this one. What it holds is in the books as if it had come now. */
const migration = `
  DROP TABLE holders;
  ${holdersTable}
  UPDATE events SET holder = NULL WHERE holder IS NOT NULL;
  DROP TABLE IF EXISTS books;
  CREATE TABLE books (entry TEXT PRIMARY KEY, events INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO books VALUES
    ('accepted', (SELECT count(*) FROM events) + (SELECT count(*) FROM dead_letters)),
    ('duplicates', 0), ('delivered', 0), ('dead', (SELECT count(*) FROM dead_letters)), ('removed', 0);
  ${timeTable}
  PRAGMA user_version = ${version};
`;
const oldestVersion = 2;

/** How much the write-ahead log gathers before the file is brought up to date: 32 MB in pages of 4 KB. */
const checkpointPages = 8000;
const cacheKib = 32_768;

/**
 * Opens the file, and makes it if it is not there: readable by its owner only, and so are the two files that SQLite
 * puts beside it.
 *
 * @throws QueueError if the file can't be opened, or is something else
 */
export function openDatabase({ file, busyMs }: Pick<FileQueueSettings, 'file' | 'busyMs'>): DatabaseSyncInstance {
  const database = open(file);
  try {
    // Opening waits for others in SQLite's own way: nothing else goes on yet.
    database.exec(`PRAGMA busy_timeout = ${Math.max(busyMs, 1000)}`);
    prepareSchema(database);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 0');
    // Most events are delivered soon and gone from the file: bringing it up to date less often writes much less.
    database.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages}; PRAGMA cache_size = -${cacheKib}`);
    return database;
  } catch (error) {
    database.close();
    throw toQueueError(error);
  }
}

function open(file: string): DatabaseSyncInstance {
  try {
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    return new DatabaseSync(file);
  } catch (error) {
    throw new QueueError('queue_failed', errorText(error, 'code'));
  }
}

function prepareSchema(database: DatabaseSyncInstance): void {
  // It has to stand before the first table, outside a transaction.
  database.exec('PRAGMA auto_vacuum = INCREMENTAL; BEGIN IMMEDIATE');
  const isEmpty = numberOf(database, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (isEmpty) database.exec(schema);
  else if (numberOf(database, 'PRAGMA application_id') !== applicationId) throw new QueueError('queue_damaged');
  else migrate(database, numberOf(database, 'PRAGMA user_version'));
  database.exec('COMMIT');
}

function migrate(database: DatabaseSyncInstance, from: number): void {
  if (from === version) return;
  if (from < oldestVersion || from > version) throw new QueueError('queue_outdated', `version ${from} of its file`);
  database.exec(migration);
}

/** The one number that a statement gives. */
function numberOf(database: DatabaseSyncInstance, sql: string): number {
  const row = database.prepare(sql).get() as Readonly<Record<string, number>>;
  return Object.values(row)[0] ?? 0;
}
