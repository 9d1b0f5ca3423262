import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Clock } from '../../sender/clock.js';
import { AddedListeners } from '../added-listeners.js';
import { eventIdentity } from '../event-identity.js';
import { toAdded } from '../added.js';
import type { Added, Burial, Lease, Queue, QueueCounts, QueueEvent, Release, Tidied } from '../queue.js';
import { QueueError } from '../queue-error.js';
import type { QueueBooks } from '../queue-books.js';
import type { Recovery } from '../recovery.js';
import { EventInsert } from './event-insert.js';
import { FileBooks } from './file-books.js';
import { deadLetterCodes } from '../dead-letter-codes.js';
import { FileDeadLetters } from './file-dead-letters.js';
import { readFileQueueSettings, type FileQueueSettings, type FileQueueSettingsInput } from './file-queue-settings.js';
import { asFileClock, startFileClock } from './file-clock.js';
import { FileRoom } from './file-room.js';
import { countRows, prepareStatements, type FileStatements } from './file-statements.js';
import { FileTidier } from './file-tidier.js';
import type { FileClock } from './file-time.js';
import { FreshEvents } from './fresh-events.js';
import { readHeldEvents, type EventRow, type HeldEvent } from './held-event.js';
import { Heartbeat } from './heartbeat.js';
import { Holder } from './holder.js';
import { keyRuns } from './key-runs.js';
import { openSound } from './open-sound.js';
import { SeenIds } from './seen-ids.js';
import { toQueueError } from './sqlite-error.js';
import { WriteGroup } from './write-group.js';

const hourMs = 3_600_000;

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
  readonly recovery: Recovery | null;
  readonly #settings: FileQueueSettings;
  readonly #clock: FileClock;
  readonly #database: DatabaseSyncInstance;
  readonly #group: WriteGroup;
  readonly #holder: Holder;
  readonly #insert: EventInsert;
  readonly #seen: SeenIds;
  readonly #books: FileBooks;
  readonly #statements: FileStatements;
  readonly #room: FileRoom;
  readonly #tidier: FileTidier;
  readonly #fresh: FreshEvents;
  /** The events that this process has handed out and that are not settled: their tokens, by key. */
  readonly #leased = new Map<string, string>();
  #fault: QueueError | null = null;
  readonly #listeners = new AddedListeners();
  readonly #heartbeat: Heartbeat;
  #closing: Promise<void> | null = null;

  static async open(settings: FileQueueSettings, clock: Clock | null): Promise<FileQueue> {
    const queue = new FileQueue(settings, clock);
    await queue.#heartbeat.start();
    return queue;
  }

  private constructor(settings: FileQueueSettings, clock: Clock | null) {
    this.#settings = settings;
    const { database, recovery } = openSound(settings);
    this.#database = database;
    this.recovery = recovery;
    this.#clock = clock === null ? startFileClock(this.#database) : asFileClock(clock);
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
    this.#heartbeat = new Heartbeat({
      leaseMs: settings.leaseMs,
      clock: this.#clock,
      statements: this.#statements,
      group: this.#group,
      holder: this.#holder,
    });
    this.#fresh = new FreshEvents(this.#statements, this.#group, this.#holder, this.#heartbeat);
    this.#room = new FileRoom(settings, this.#statements);
    this.#tidier = new FileTidier({
      database: this.#database,
      settings,
      clock: this.#clock,
      statements: this.#statements,
      group: this.#group,
      books: this.#books,
      seen: this.#seen,
    });
    this.deadLetters = new FileDeadLetters(this.#database, this.#group, this.#books, this.#clock, () => {
      this.#listeners.tell();
    });
  }

  async add(events: readonly QueueEvent[]): Promise<Added> {
    const { duplicateHours } = this.#settings;
    const rows = events.map(({ params }) => ({ json: JSON.stringify(params), params }));
    const digests = events.map((event) => (duplicateHours === 0 ? null : eventIdentity(event)));
    const adding = this.#group.write(() => {
      const nowMs = this.#clock.now();
      this.#room.checkFile();
      this.#room.checkRoom();
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
    const { fresh, areNew } = await adding.catch((error: unknown) => this.#rethrow(error, 'queue_lost'));
    this.#fresh.add(fresh);
    const added = toAdded(areNew);
    if (added.accepted > 0) this.#listeners.tell();
    if (this.#seen.isFull) void this.#tidier.moveSeen();
    return added;
  }

  async lease(limit: number): Promise<readonly Lease[]> {
    const events = await this.#take(limit).catch((error: unknown) => this.#rethrow(error, 'queue_damaged'));
    const nowMs = this.#clock.now();
    return events.map(({ key, holder, params, addedMs, attempts }) => {
      const [name, token] = [String(key), String(holder)];
      this.#leased.set(name, token);
      return { key: name, token, params, waitedMs: Math.max(0, nowMs - addedMs), attempts };
    });
  }

  async #take(limit: number): Promise<readonly HeldEvent[]> {
    const fresh = this.#closing === null ? await this.#fresh.take(limit) : [];
    if (fresh.length > 0) return fresh;
    // Asking an empty queue costs no transaction.
    if (!this.#read(() => this.#isAnyDue(this.#clock.now()))) return [];
    const { holder, rows } = await this.#group.writeUnsynced(() => {
      const nowMs = this.#clock.now();
      const holder = this.#holder.id(nowMs);
      return { holder, rows: this.#statements.lease.all(holder, nowMs, limit) as EventRow[] };
    });
    const { events, unreadable } = readHeldEvents(rows, holder);
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

  /** Keeps a fault that lasts, so that it is said also to those who only ask whether all is well. */
  #rethrow(error: unknown, lasting: QueueError['code']): never {
    if (error instanceof QueueError && error.code === lasting) this.#fault = error;
    throw error;
  }

  /** Holds leases no more; one of the same event that was handed out since is another. */
  #forget(leases: readonly Lease[]): void {
    for (const { key, token } of leases) if (this.#leased.get(key) === token) this.#leased.delete(key);
  }

  async counts(): Promise<QueueCounts> {
    const { accepted, delivered, waiting, dead, removed, oldestAddedMs } = this.#read(() => {
      const oldest = this.#statements.oldest.get() as { readonly addedMs: number } | undefined;
      return { ...this.#books.read(), oldestAddedMs: oldest?.addedMs ?? null };
    });
    const oldestWaitedMs = oldestAddedMs === null ? null : Math.max(0, this.#clock.now() - oldestAddedMs);
    return { waiting, leased: this.#leased.size, dead, oldestWaitedMs, accepted, delivered, removed };
  }

  get fault(): QueueError | null {
    return this.#fault;
  }

  async books(): Promise<QueueBooks> {
    const read = <Result>(count: () => Result): Result => this.#read(count);
    const waiting = await countRows(this.#statements.countEvents, read);
    const dead = await countRows(this.#statements.countLetters, read);
    return { ...this.#read(() => this.#books.read()), waiting, dead };
  }

  tidy(): Promise<Tidied> {
    return this.#tidier.tidy();
  }

  onAdded(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#heartbeat.stop();
    // If even that can't be written, the next one finds that nobody holds them.
    await this.#group.write(() => this.#holder.leave()).catch(() => undefined);
    await this.#group.close();
    // So that the file alone is the whole queue: SQLite itself only does this once the statements are collected.
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#database.close();
  }

  /**
   * Whether new events may be handed out without being free first: somebody here delivers, and none that wait in the
   * file would be overtaken.
   */
  #goStraightOut(nowMs: number): boolean {
    return this.#listeners.isHeard && !this.#fresh.isFull && !this.#isAnyDue(nowMs);
  }

  #isAnyDue(nowMs: number): boolean {
    return this.#statements.anyDue.get(nowMs) !== undefined;
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
