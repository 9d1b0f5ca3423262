import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { QueueBooks } from '../queue-books.js';

type Entry = 'accepted' | 'duplicates' | 'delivered' | 'dead' | 'removed';

/**
 * The one place that counts what became of the events of a file. What a transaction changes is written with it, so that
 * the books and the events are never of different moments.
 */
export class FileBooks {
  readonly #add: StatementSyncInstance;
  readonly #read: StatementSyncInstance;
  #changes = new Map<Entry, number>();

  constructor(database: DatabaseSyncInstance) {
    this.#add = database.prepare('UPDATE books SET events = events + ? WHERE entry = ?');
    this.#read = database.prepare('SELECT entry, events FROM books');
  }

  /** Notes a change of the transaction that goes on. */
  note(entry: Entry, events: number): void {
    if (events !== 0) this.#changes.set(entry, (this.#changes.get(entry) ?? 0) + events);
  }

  /** Writes what was noted. To be called at the end of each transaction. */
  write(): void {
    for (const [entry, events] of this.#changes) this.#add.run(events, entry);
    this.#changes = new Map();
  }

  /** To be called when a transaction was not written. */
  reset(): void {
    this.#changes = new Map();
  }

  /** What is written, and what waits by it. */
  read(): QueueBooks {
    const rows = this.#read.all() as { readonly entry: Entry; readonly events: number }[];
    const of = (entry: Entry): number => rows.find((row) => row.entry === entry)?.events ?? 0;
    const [accepted, delivered, dead, removed] = [of('accepted'), of('delivered'), of('dead'), of('removed')];
    const waiting = accepted - delivered - dead - removed;
    return { accepted, duplicates: of('duplicates'), delivered, waiting, dead, removed };
  }
}
