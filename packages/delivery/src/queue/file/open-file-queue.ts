import { statfsSync, statSync } from 'node:fs';
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Clock } from '../../sender/clock.js';
import { AddedListeners } from '../added-listeners.js';
import { eventIdentity } from '../event-identity.js';
import { toAdded } from '../added.js';
import type { Added, Burial, Lease, Queue, QueueCounts, QueueEvent, Release, Tidied } from '../queue.js';
import { QueueError } from '../queue-error.js';
import type { QueueBooks } from '../queue-books.js';
import { EventInsert } from './event-insert.js';
import { FileBooks } from './file-books.js';
import { deadLetterCodes } from '../dead-letter-codes.js';
import { machineClocks } from '../queue-time.js';
import { FileDeadLetters } from './file-dead-letters.js';
import { readParams } from './stored-params.js';
import { readFileQueueSettings, type FileQueueSettings, type FileQueueSettingsInput } from './file-queue-settings.js';
import { startFileTime, type FileClock } from './file-time.js';
import { Holder } from './holder.js';
import { keyRuns } from './key-runs.js';
import { openDatabase } from './open-database.js';
import { SeenIds } from './seen-ids.js';
import { toQueueError } from './sqlite-error.js';
import { WriteGroup } from './write-group.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const megabyte = 1_048_576;

/** How long room that was there is taken to be there still, in milliseconds: little can come in meanwhile. */
const roomMs = 10;

/** Most rows that one transaction of `tidy` removes, so that nobody waits long for it. */
const tidyRows = 5000;

/** Rows that are counted at once. */
const countRows = 20_000;

/**
 * Most new events that stay in memory too, to be handed out without a look into the file. When that many wait, the next
 * ones are read from the file when their turn comes.
 */
const maxFresh = 10_000;

/** An event that this process holds. */
interface HeldEvent {
  readonly key: number;
  readonly holder: number;
  readonly params: Readonly<Record<string, string>>;
  readonly addedMs: number;
  readonly attempts: number;
}

interface EventRow {
  readonly key: number;
  readonly params: string;
  readonly added_ms: number;
  readonly attempts: number;
}

/**
 * Opens a queue in a file: the engine for one machine. It needs no server. Several processes of one machine may open
 * the same file; it must lie on a disk of that machine, not on a network share.
 *
 * @param settings see {@link FileQueueSettingsInput}
 * @param tools another clock, for tests
 * @throws SettingsError that lists every problem of the settings; QueueError if the file can't be opened
 */
export async function openFileQueue(
  settings: FileQueueSettingsInput,
  tools: { readonly clock?: Clock } = {},
): Promise<Queue> {
  return FileQueue.open(readFileQueueSettings(settings), tools.clock ?? null);
}

class FileQueue implements Queue {
  readonly deadLetters: FileDeadLetters;
  readonly #settings: FileQueueSettings;
  readonly #clock: FileClock;
  readonly #database: DatabaseSyncInstance;
  /** The file that was opened, whatever lies at its path by now. */
  readonly #fileName: string;
  readonly #group: WriteGroup;
  readonly #holder: Holder;
  readonly #insert: EventInsert;
  readonly #seen: SeenIds;
  readonly #books: FileBooks;
  #movingSeen: Promise<void> | null = null;
  readonly #statements: Statements;
  /**
   * New events that this process holds from the start because it is about to deliver them: most are handed out within
   * milliseconds, and to mark and read them again would cost as much as to add them. On disk they are as safe as any
   * other: if this process is killed, another takes them over.
   */
  #fresh: HeldEvent[] = [];
  /** The events that this process has handed out and that are not settled: their tokens, by key. */
  readonly #leased = new Map<string, string>();
  #fault: QueueError | null = null;
  readonly #listeners = new AddedListeners();
  /** When there last was room. */
  #roomAtMs = Number.NEGATIVE_INFINITY;
  /** When this process last said that it is alive. */
  #beatAtMs = Number.NEGATIVE_INFINITY;
  #stopBeating: () => void = () => undefined;
  #closing: Promise<void> | null = null;

  static async open(settings: FileQueueSettings, clock: Clock | null): Promise<FileQueue> {
    const queue = new FileQueue(settings, clock);
    await queue.#beat();
    return queue;
  }

  private constructor(settings: FileQueueSettings, clock: Clock | null) {
    this.#settings = settings;
    this.#database = openDatabase(settings);
    this.#fileName = nameOf(settings.file);
    this.#clock = clock === null ? startTime(this.#database) : asFileClock(clock);
    this.#seen = new SeenIds(this.#database);
    this.#books = new FileBooks(this.#database);
    this.#group = new WriteGroup(
      this.#database,
      settings.busyMs,
      settings.synchronous,
      () => this.#books.write(),
      () => {
        this.#seen.reset();
        this.#books.reset();
      },
    );
    this.#holder = new Holder(this.#database, settings.file, settings.leaseMs);
    this.#insert = new EventInsert(this.#database);
    this.#statements = prepareStatements(this.#database);
    this.deadLetters = new FileDeadLetters(this.#database, this.#group, this.#books, this.#clock, () => {
      this.#listeners.tell();
    });
  }

  async add(events: readonly QueueEvent[]): Promise<Added> {
    const { duplicateHours } = this.#settings;
    const rows = events.map(({ params }) => ({ json: JSON.stringify(params), params }));
    const digests = events.map((event) => (duplicateHours === 0 ? null : eventIdentity(event)));
    const { fresh, areNew } = await this.#group.write(() => {
      const nowMs = this.#clock.now();
      this.#checkFile();
      this.#checkRoom();
      const areNew = this.#seen.note(digests, nowMs, nowMs - duplicateHours * hourMs);
      const isNew = rows.filter((_, index) => areNew[index]);
      const holder = this.#goStraightOut(nowMs) ? this.#holder.id(nowMs) : null;
      const key = this.#insert.run(
        isNew.map(({ json }) => json),
        nowMs,
        holder,
      );
      const fresh =
        holder === null
          ? []
          : isNew.map(({ params }, index) => ({ key: key + index, holder, params, addedMs: nowMs, attempts: 0 }));
      this.#books.note('accepted', isNew.length);
      this.#books.note('duplicates', rows.length - isNew.length);
      return { fresh, areNew };
    });
    for (const event of fresh) this.#fresh.push(event);
    const added = toAdded(areNew);
    if (added.accepted > 0) this.#listeners.tell();
    if (this.#seen.isFull) void this.#moveSeen();
    return added;
  }

  async lease(limit: number): Promise<readonly Lease[]> {
    const events = await this.#take(limit).catch((error: unknown) => {
      // Said also to those who only ask whether all is well.
      if (error instanceof QueueError && error.code === 'queue_damaged') this.#fault = error;
      throw error;
    });
    const nowMs = this.#clock.now();
    return events.map(({ key, holder, params, addedMs, attempts }) => {
      const [name, token] = [String(key), String(holder)];
      this.#leased.set(name, token);
      return { key: name, token, params, waitedMs: Math.max(0, nowMs - addedMs), attempts };
    });
  }

  async #take(limit: number): Promise<readonly HeldEvent[]> {
    const fresh = await this.#takeFresh(limit);
    if (fresh.length > 0) return fresh;
    // Asking an empty queue costs no transaction.
    if (!this.#read(() => this.#isAnyDue(this.#clock.now()))) return [];
    const { holder, rows } = await this.#group.writeUnsynced(() => {
      const nowMs = this.#clock.now();
      const holder = this.#holder.id(nowMs);
      return { holder, rows: this.#statements.lease.all(holder, nowMs, limit) as EventRow[] };
    });
    rows.sort((a, b) => a.key - b.key);
    const events: HeldEvent[] = [];
    const unreadable: number[] = [];
    for (const { key, params: text, added_ms: addedMs, attempts } of rows) {
      const params = readParams(text);
      if (params === null) unreadable.push(key);
      else events.push({ key, holder, params, addedMs, attempts });
    }
    if (unreadable.length > 0) await this.#setAside(unreadable, holder);
    return events;
  }

  /** Keeps what can't be read as dead letters: it costs only itself. */
  async #setAside(keys: readonly number[], holder: number): Promise<void> {
    await this.#group.write(() => {
      const nowMs = this.#clock.now();
      for (const key of keys) {
        const { unreadable } = deadLetterCodes;
        const moved = this.#statements.bury.run(nowMs, 'unreadable', null, 0, unreadable, key, holder);
        if (moved.changes === 0) continue;
        this.#statements.remove.run(key, key);
        this.#books.note('dead', 1);
      }
    });
  }

  async acknowledge(leases: readonly Lease[]): Promise<void> {
    await this.#group.writeUnsynced(() => {
      // Whoever holds it now: Loop has it.
      for (const { first, last } of keyRuns(leases.map(({ key }) => Number(key)))) {
        this.#books.note('delivered', this.#statements.remove.run(first, last).changes);
      }
    });
    this.#forget(leases);
  }

  async release(releases: readonly Release[]): Promise<void> {
    await this.#group.writeUnsynced(() => {
      const nowMs = this.#clock.now();
      for (const { lease, delayMs, attempts } of releases) {
        const dueMs = nowMs + Math.ceil(delayMs);
        this.#statements.release.run(dueMs, attempts, Number(lease.key), Number(lease.token));
      }
    });
    this.#forget(releases.map(({ lease }) => lease));
  }

  async bury(burials: readonly Burial[]): Promise<void> {
    await this.#group.writeUnsynced(() => {
      const nowMs = this.#clock.now();
      for (const { lease, code, httpStatus, attempts, message } of burials) {
        const key = Number(lease.key);
        const moved = this.#statements.bury.run(nowMs, code, httpStatus, attempts, message, key, Number(lease.token));
        if (moved.changes === 0) continue;
        this.#statements.remove.run(key, key);
        this.#books.note('dead', 1);
      }
    });
    this.#forget(burials.map(({ lease }) => lease));
  }

  /** Holds leases no more; one of the same event that was handed out since is another. */
  #forget(leases: readonly Lease[]): void {
    for (const { key, token } of leases) if (this.#leased.get(key) === token) this.#leased.delete(key);
  }

  async counts(): Promise<QueueCounts> {
    const { waiting, dead, oldestAddedMs } = this.#read(() => {
      const oldest = this.#statements.oldest.get() as { readonly addedMs: number } | undefined;
      return { ...this.#books.read(), oldestAddedMs: oldest?.addedMs ?? null };
    });
    const oldestWaitedMs = oldestAddedMs === null ? null : Math.max(0, this.#clock.now() - oldestAddedMs);
    return { waiting, leased: this.#leased.size, dead, oldestWaitedMs };
  }

  get fault(): QueueError | null {
    return this.#fault;
  }

  async books(): Promise<QueueBooks> {
    const waiting = await this.#countRows(this.#statements.countEvents);
    const dead = await this.#countRows(this.#statements.countLetters);
    return { ...this.#read(() => this.#books.read()), waiting, dead };
  }

  /** Counts in bites, so that nobody waits for it. */
  async #countRows(statement: StatementSyncInstance): Promise<number> {
    let total = 0;
    for (let after = 0; ;) {
      const { rows, last } = this.#read(() => statement.get(after) as { rows: number; last: number | null });
      total += rows;
      if (last === null) return total;
      after = last;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async tidy(): Promise<Tidied> {
    const { deadLetterDays, maxDeadLetters, duplicateHours } = this.#settings;
    const { dropOldLetters, dropSurplusLetters, forgetIds } = this.#statements;
    const nowMs = this.#clock.now();
    const oldLetters = await this.#drain(() => this.#removed(dropOldLetters.run(nowMs - deadLetterDays * dayMs)));
    const surplus = await this.#drain(() => this.#removed(dropSurplusLetters.run(maxDeadLetters)));
    // Those that were being moved already, and then the others.
    await this.#movingSeen;
    await this.#moveSeen();
    const ids = await this.#drain(() => forgetIds.run(nowMs - duplicateHours * hourMs).changes);
    // Gives room back to the disk, some at a time.
    await this.#group.write(() => {
      this.#database.exec(`PRAGMA incremental_vacuum(${tidyRows})`);
    });
    return { deadLetters: oldLetters + surplus, ids };
  }

  onAdded(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stopBeating();
    // If even that can't be written, the next one finds that nobody holds them.
    await this.#group.write(() => this.#holder.leave()).catch(() => undefined);
    await this.#group.close();
    // So that the file alone is the whole queue: SQLite itself only does this once the statements are collected.
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#database.close();
  }

  /** Says that this process is alive, and takes over from those that are not. */
  async #beat(): Promise<void> {
    const nowMs = this.#clock.now();
    const isWritten = await this.#group
      .write(() => {
        this.#holder.beat(nowMs);
        this.#holder.freeOthers(nowMs);
        this.#statements.keepTime.run(nowMs, Date.now());
      })
      .then(
        () => true,
        () => false,
      );
    // A beat that could not be written is followed by the next one.
    if (isWritten) this.#beatAtMs = nowMs;
    if (this.#closing !== null) return;
    const timer = setTimeout(() => void this.#beat(), this.#settings.leaseMs / 3).unref();
    this.#stopBeating = () => {
      clearTimeout(timer);
    };
  }

  /**
   * Whether new events may be handed out without being free first: somebody here delivers, and none that wait in the
   * file would be overtaken.
   */
  #goStraightOut(nowMs: number): boolean {
    return this.#listeners.isHeard && this.#fresh.length < maxFresh && !this.#isAnyDue(nowMs);
  }

  /** Takes new events out of memory; none if another process may have taken them over, because this one was silent. */
  async #takeFresh(limit: number): Promise<readonly HeldEvent[]> {
    const [first] = this.#fresh;
    if (first === undefined || this.#closing !== null) return [];
    const isHolder = String(first.holder) === this.#holder.token;
    if (isHolder && this.#clock.now() - this.#beatAtMs < this.#settings.leaseMs) return this.#fresh.splice(0, limit);
    const fresh = this.#fresh;
    this.#fresh = [];
    try {
      // Frees those that are still its own.
      await this.#group.writeUnsynced(() => {
        for (const { key, holder, addedMs } of fresh) this.#statements.release.run(addedMs, 0, key, holder);
      });
    } catch (error) {
      this.#fresh = [...fresh, ...this.#fresh];
      throw error;
    }
    return [];
  }

  #isAnyDue(nowMs: number): boolean {
    return this.#statements.anyDue.get(nowMs) !== undefined;
  }

  /** Moves the IDs that were seen until now to their table, in bites. What can't be moved now can be later. */
  #moveSeen(): Promise<void> {
    this.#movingSeen ??= this.#moveAllSeen()
      .catch(() => undefined)
      .finally(() => {
        this.#movingSeen = null;
      });
    return this.#movingSeen;
  }

  async #moveAllSeen(): Promise<void> {
    while (await this.#group.writeUnsynced(() => this.#seen.moveSome()));
  }

  /** What is written into a file that somebody has deleted or replaced is gone when this process ends. */
  #checkFile(): void {
    if (nameOf(this.#settings.file) === this.#fileName) return;
    this.#fault = new QueueError('queue_lost', 'the file');
    throw this.#fault;
  }

  /** Only new events are refused: handing out and acknowledging need a little room too, and make some. */
  #checkRoom(): void {
    const nowMs = performance.now();
    if (nowMs - this.#roomAtMs < roomMs) return;
    const { maxMegabytes, minFreeMegabytes } = this.#settings;
    const { pages, free, size } = this.#statements.size.get() as { pages: number; free: number; size: number };
    if ((pages - free) * size > maxMegabytes * megabyte) throw new QueueError('queue_full', 'maxMegabytes');
    const disk = statfsSync(this.#settings.file);
    if (disk.bavail * disk.bsize < minFreeMegabytes * megabyte) throw new QueueError('queue_full', 'minFreeMegabytes');
    this.#roomAtMs = nowMs;
  }

  /** Notes dead letters that were deleted. */
  #removed({ changes }: { readonly changes: number }): number {
    this.#books.note('dead', -changes);
    this.#books.note('removed', changes);
    return changes;
  }

  /** Removes in bites, until nothing is left to remove. Returns how much it was. */
  async #drain(bite: () => number): Promise<number> {
    let total = 0;
    for (;;) {
      const count = await this.#group.write(bite);
      total += count;
      if (count < tidyRows) return total;
    }
  }

  #read<Result>(read: () => Result): Result {
    if (this.#closing !== null) throw new QueueError('queue_closed');
    try {
      return read();
    } catch (error) {
      throw toQueueError(error);
    }
  }
}

/** Begins with the file's own time, unless another process is just about to do the same. */
function startTime(database: DatabaseSyncInstance): FileClock {
  try {
    database.exec('PRAGMA busy_timeout = 1000; BEGIN IMMEDIATE');
    const time = startFileTime(database, machineClocks);
    database.exec('COMMIT; PRAGMA busy_timeout = 0');
    return time;
  } catch (error) {
    database.close();
    throw toQueueError(error);
  }
}

/** A clock of a test: what it shows is both. */
function asFileClock(clock: Clock): FileClock {
  return { now: () => clock.now(), toWallMs: (ms) => ms, fromWallMs: (ms) => ms };
}

/** What tells a file from another one of the same path; empty if there is none. */
function nameOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.dev} ${stat.ino}`;
}

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(database: DatabaseSyncInstance) {
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
      `SELECT count(*) AS rows, max(key) AS last FROM (SELECT key FROM events WHERE key > ? ORDER BY key LIMIT ${countRows})`,
    ),
    countLetters: prepare(
      `SELECT count(*) AS rows, max(key) AS last
       FROM (SELECT key FROM dead_letters WHERE key > ? ORDER BY key LIMIT ${countRows})`,
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
