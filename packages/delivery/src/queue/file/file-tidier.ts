import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Tidied } from '../queue.js';
import type { FileBooks } from './file-books.js';
import type { FileQueueSettings } from './file-queue-settings.js';
import { tidyRows, type FileStatements } from './file-statements.js';
import type { FileClock } from './file-time.js';
import type { SeenIds } from './seen-ids.js';
import type { WriteGroup } from './write-group.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What a tidier works on. */
interface Tidying {
  readonly database: DatabaseSyncInstance;
  readonly settings: FileQueueSettings;
  readonly clock: FileClock;
  readonly statements: FileStatements;
  readonly group: WriteGroup;
  readonly books: FileBooks;
  readonly seen: SeenIds;
}

/** Removes from a queue's file what is too old, in bites, so that nobody waits long for it. */
export class FileTidier {
  #movingSeen: Promise<void> | null = null;

  constructor(private readonly on: Tidying) {}

  async tidy(): Promise<Tidied> {
    const { database, settings, clock, statements, group } = this.on;
    const { dropOldLetters, dropSurplusLetters, forgetIds } = statements;
    const nowMs = clock.now();
    const lettersUntilMs = nowMs - settings.deadLetterDays * dayMs;
    const oldLetters = await this.#drain(() => this.#removed(dropOldLetters.run(lettersUntilMs)));
    const surplus = await this.#drain(() => this.#removed(dropSurplusLetters.run(settings.maxDeadLetters)));
    // Those that were being moved already, and then the others.
    await this.#movingSeen;
    await this.moveSeen();
    const ids = await this.#drain(() => forgetIds.run(nowMs - settings.duplicateHours * hourMs).changes);
    // Gives room back to the disk, some at a time.
    await group.write(() => {
      database.exec(`PRAGMA incremental_vacuum(${tidyRows})`);
    });
    return { deadLetters: oldLetters + surplus, ids };
  }

  /** Moves the IDs that were seen until now to their table. What can't be moved now can be later. */
  moveSeen(): Promise<void> {
    this.#movingSeen ??= this.#moveAllSeen()
      .catch(() => undefined)
      .finally(() => {
        this.#movingSeen = null;
      });
    return this.#movingSeen;
  }

  async #moveAllSeen(): Promise<void> {
    while (await this.on.group.writeUnsynced(() => this.on.seen.moveSome()));
  }

  /** Notes dead letters that were deleted. */
  #removed({ changes }: { readonly changes: number }): number {
    this.on.books.note('dead', -changes);
    this.on.books.note('removed', changes);
    return changes;
  }

  /** Removes in bites, until nothing is left to remove. Returns how much it was. */
  async #drain(bite: () => number): Promise<number> {
    let total = 0;
    for (;;) {
      const count = await this.on.group.write(bite);
      total += count;
      if (count < tidyRows) return total;
    }
  }
}
