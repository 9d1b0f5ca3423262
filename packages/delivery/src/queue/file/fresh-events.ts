import type { FileStatements } from './file-statements.js';
import type { HeldEvent } from './held-event.js';
import type { Heartbeat } from './heartbeat.js';
import type { Holder } from './holder.js';
import type { WriteGroup } from './write-group.js';

/** When that many wait in memory, the next ones are read from the file when their turn comes. */
const maxFresh = 10_000;

/**
 * New events that this process holds from the start because it is about to deliver them: most are handed out within
 * milliseconds, and to mark and read them again would cost as much as to add them. On disk they are as safe as any
 * other: if this process is killed, another takes them over.
 */
export class FreshEvents {
  #events: HeldEvent[] = [];

  constructor(
    private readonly statements: FileStatements,
    private readonly group: WriteGroup,
    private readonly holder: Holder,
    private readonly heartbeat: Heartbeat,
  ) {}

  get isFull(): boolean {
    return this.#events.length >= maxFresh;
  }

  add(events: readonly HeldEvent[]): void {
    for (const event of events) this.#events.push(event);
  }

  /** Takes some out of memory; none if another process may have taken them over, because this one was silent. */
  async take(limit: number): Promise<readonly HeldEvent[]> {
    const [first] = this.#events;
    if (first === undefined) return [];
    const isHolder = String(first.holder) === this.holder.token;
    if (isHolder && this.heartbeat.isFresh()) return this.#events.splice(0, limit);
    const events = this.#events;
    this.#events = [];
    try {
      // Frees those that are still its own.
      await this.group.writeUnsynced(() => {
        for (const { key, holder, addedMs } of events) this.statements.release.run(addedMs, 0, key, holder);
      });
    } catch (error) {
      this.#events = [...events, ...this.#events];
      throw error;
    }
    return [];
  }
}
