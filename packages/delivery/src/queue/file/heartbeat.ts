import type { FileStatements } from './file-statements.js';
import type { FileClock } from './file-time.js';
import type { Holder } from './holder.js';
import type { WriteGroup } from './write-group.js';

interface HeartbeatParts {
  /** A process that has been silent for so long has its events taken over, in milliseconds. */
  readonly leaseMs: number;
  readonly clock: FileClock;
  readonly statements: FileStatements;
  readonly group: WriteGroup;
  readonly holder: Holder;
}

/** Says again and again in a queue's file that this process is alive, and takes over from those that are not. */
export class Heartbeat {
  /** When this process last said it. */
  #atMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;

  constructor(private readonly parts: HeartbeatParts) {}

  /** Whether no other process can have taken this one for dead. */
  isFresh(): boolean {
    return this.parts.clock.now() - this.#atMs < this.parts.leaseMs;
  }

  /** Resolves after the first beat. One that could not be written is followed by the next. */
  async start(): Promise<void> {
    const { leaseMs, clock, statements, group, holder } = this.parts;
    const nowMs = clock.now();
    const isWritten = await group
      .write(() => {
        holder.beat(nowMs);
        holder.freeOthers(nowMs);
        statements.keepTime.run(nowMs, Date.now());
      })
      .then(
        () => true,
        () => false,
      );
    if (isWritten) this.#atMs = nowMs;
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.start(), leaseMs / 3).unref();
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}
