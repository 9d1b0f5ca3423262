import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { isGone, ownIdentity, type ProcessIdentity } from './process-identity.js';

interface HolderRow {
  readonly id: number;
  /** A {@link ProcessIdentity} as JSON. */
  readonly process: string;
  readonly alive_ms: number;
}

const own = ownIdentity();

/** The holders of this process, by file and number: another one with our process ID is one that is gone. */
const ours = new Set<string>();

/**
 * Who holds events: a queue that was opened by some process. It says now and then that it is alive, in one row,
 * whatever number of events it holds; the events of one that is silent are free again.
 *
 * Its methods belong into a transaction.
 */
export class Holder {
  readonly #file: string;
  readonly #leaseMs: number;
  readonly #insert: StatementSyncInstance;
  readonly #beat: StatementSyncInstance;
  readonly #isThere: StatementSyncInstance;
  readonly #others: StatementSyncInstance;
  readonly #free: StatementSyncInstance;
  readonly #delete: StatementSyncInstance;
  #id: number | null = null;

  constructor(database: DatabaseSyncInstance, file: string, leaseMs: number) {
    this.#file = file;
    this.#leaseMs = leaseMs;
    this.#insert = database.prepare('INSERT INTO holders (process, alive_ms) VALUES (?, ?)');
    this.#beat = database.prepare('UPDATE holders SET alive_ms = ? WHERE id = ?');
    this.#isThere = database.prepare('SELECT 1 FROM holders WHERE id = ?');
    this.#others = database.prepare('SELECT id, process, alive_ms FROM holders WHERE id IS NOT ?');
    this.#free = database.prepare('UPDATE events SET holder = NULL WHERE holder = ?');
    this.#delete = database.prepare('DELETE FROM holders WHERE id = ?');
  }

  /** What leases name it by; empty if it has no number yet. */
  get token(): string {
    return String(this.#id ?? '');
  }

  /** The number that events are marked with: a new one if others have given it up. */
  id(nowMs: number): number {
    if (this.#id === null || this.#isThere.get(this.#id) === undefined) this.beat(nowMs);
    return this.#id ?? 0;
  }

  /** Says that it is alive. If others had given it up, it has a new number from now on: its old events are not its own. */
  beat(nowMs: number): void {
    if (this.#id !== null && this.#beat.run(nowMs, this.#id).changes === 1) return;
    this.#forget();
    this.#id = Number(this.#insert.run(JSON.stringify(own), nowMs).lastInsertRowid);
    ours.add(this.#name(this.#id));
  }

  /** Frees the events of those that are gone. */
  freeOthers(nowMs: number): void {
    for (const row of this.#others.all(this.#id) as HolderRow[]) {
      if (this.#isGone(row, nowMs)) this.#remove(row.id);
    }
  }

  /** Frees its own events. */
  leave(): void {
    if (this.#id !== null) this.#remove(this.#id);
    this.#forget();
  }

  #remove(id: number): void {
    this.#free.run(id);
    this.#delete.run(id);
  }

  #forget(): void {
    if (this.#id !== null) ours.delete(this.#name(this.#id));
    this.#id = null;
  }

  #isGone({ id, process, alive_ms: aliveMs }: HolderRow, nowMs: number): boolean {
    if (aliveMs < nowMs - this.#leaseMs) return true;
    // Where it can be seen it is known at once, so that a restart has not to wait.
    const other = JSON.parse(process) as ProcessIdentity;
    const isOfThisProcess = other.pid === own.pid && isGone(other, own) === false;
    return isOfThisProcess ? !ours.has(this.#name(id)) : isGone(other, own) === true;
  }

  #name(id: number): string {
    return `${this.#file} ${id}`;
  }
}
