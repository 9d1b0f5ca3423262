import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { identityBytes } from '../event-identity.js';
import { rowList, RowsStatement } from './rows-statement.js';

/** So many new IDs wait in the log and in memory until they are moved to the table. */
const maxRecent = 50_000;

/** How many are moved in one transaction, about: others wait for it. */
const bite = 4000;

interface LogRow {
  readonly key: number;
  readonly seen_ms: number;
  readonly digests: Uint8Array;
}

/**
 * The IDs that were seen, by their digests. Digests have no order in time, so each one that went straight into the
 * table would touch a page of its own, which costs as much as all the rest of an event. So they are written one after
 * the other into a log, kept in memory as well, and moved to the table many at a time.
 *
 * Its methods belong into a transaction.
 */
export class SeenIds {
  readonly #newer: StatementSyncInstance;
  readonly #log: StatementSyncInstance;
  readonly #cutLog: StatementSyncInstance;
  readonly #find: RowsStatement;
  readonly #move: RowsStatement;
  /** When each ID of the log was seen; what is being moved is in `#moving`. */
  #recent = new Map<string, number>();
  #moving = new Map<string, number>();
  /** How far the log has been read, and how far it is being moved. */
  #lastKey = 0;
  #movingToKey = 0;
  #movedParts = 0;

  constructor(database: DatabaseSyncInstance) {
    this.#newer = database.prepare('SELECT key, seen_ms, digests FROM seen_log WHERE key > ? ORDER BY key');
    this.#log = database.prepare('INSERT INTO seen_log (seen_ms, digests) VALUES (?, ?)');
    this.#cutLog = database.prepare('DELETE FROM seen_log WHERE key <= ?');
    this.#find = new RowsStatement(
      database,
      (rows) => `SELECT digest FROM seen WHERE seen_ms > ?1 AND digest IN (${rowList(rows, (row) => `?${row + 2}`)})`,
    );
    this.#move = new RowsStatement(
      database,
      (rows) =>
        `INSERT INTO seen (digest, seen_ms) VALUES ${rowList(rows, (row) => `(?${2 * row + 1}, ?${2 * row + 2})`)}
         ON CONFLICT (digest) DO UPDATE SET seen_ms = excluded.seen_ms WHERE excluded.seen_ms > seen.seen_ms`,
    );
  }

  /** Whether enough has come together to be moved. */
  get isFull(): boolean {
    return this.#recent.size >= maxRecent;
  }

  /**
   * Notes IDs as seen now.
   *
   * @param digests those that are to be noted; a null stands for an event without one
   * @param forgottenMs one that was seen at this time or before is forgotten
   * @returns for each whether it is new. Null always is
   */
  note(digests: readonly (Buffer | null)[], nowMs: number, forgottenMs: number): boolean[] {
    this.#catchUp();
    const unknown: Buffer[] = [];
    const fresh = new Map<string, Buffer>();
    const names = digests.map((digest) => digest?.toString('latin1') ?? null);
    const isNew = names.map((name, index) => {
      const digest = digests[index];
      if (name === null || digest === null || digest === undefined) return true;
      const seenMs = this.#recent.get(name) ?? this.#moving.get(name);
      if (fresh.has(name) || (seenMs !== undefined && seenMs > forgottenMs)) return false;
      if (seenMs === undefined) unknown.push(digest);
      fresh.set(name, digest);
      return true;
    });
    for (const [statement, piece] of this.#find.calls(unknown)) {
      for (const { digest } of statement.all(forgottenMs, ...piece) as { digest: Uint8Array }[]) {
        const name = Buffer.from(digest).toString('latin1');
        fresh.delete(name);
        isNew[names.indexOf(name)] = false;
      }
    }
    if (fresh.size === 0) return isNew;
    for (const name of fresh.keys()) this.#recent.set(name, nowMs);
    this.#lastKey = Number(this.#log.run(nowMs, Buffer.concat([...fresh.values()])).lastInsertRowid);
    return isNew;
  }

  /**
   * Moves some of what is in the log to the table. To be called again, in a transaction of its own, until it says that
   * all is moved that was in the log when it was called first.
   *
   * @returns whether it is to be called again
   */
  moveSome(): boolean {
    if (this.#moving.size === 0) {
      this.#catchUp();
      [this.#moving, this.#recent] = [this.#recent, new Map<string, number>()];
      this.#movingToKey = this.#lastKey;
      this.#movedParts = 0;
    }
    if (this.#moving.size === 0) return false;
    // Neighbors go together: they share pages.
    const parts = Math.ceil(this.#moving.size / bite);
    const rows: (readonly [Buffer, number])[] = [];
    for (const [name, seenMs] of this.#moving) {
      const part = Math.floor(((name.charCodeAt(0) * 256 + name.charCodeAt(1)) * parts) / 65_536);
      if (part === this.#movedParts) rows.push([Buffer.from(name, 'latin1'), seenMs]);
    }
    for (const [statement, piece] of this.#move.calls(rows)) statement.run(...piece.flat());
    this.#movedParts++;
    if (this.#movedParts < parts) return true;
    this.#cutLog.run(this.#movingToKey);
    this.#moving = new Map();
    return false;
  }

  /** To be called when a transaction was not written: what is in memory may be in no file. */
  reset(): void {
    this.#recent = new Map();
    this.#moving = new Map();
    this.#lastKey = 0;
  }

  /** Reads what other processes have noted, and after the start what is in the log. */
  #catchUp(): void {
    for (const { key, seen_ms: seenMs, digests } of this.#newer.all(this.#lastKey) as LogRow[]) {
      const names = Buffer.from(digests).toString('latin1');
      for (let at = 0; at < names.length; at += identityBytes)
        this.#recent.set(names.slice(at, at + identityBytes), seenMs);
      this.#lastKey = key;
    }
  }
}
