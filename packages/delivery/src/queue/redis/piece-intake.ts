import type { Queue as JobQueue } from 'bullmq';
import { eventIdentity } from '../event-identity.js';
import type { QueueEvent } from '../queue.js';
import type { RedisClient } from './connect-redis.js';
import { jobName, jobOptions, maxPieceEvents, newPieceId, pieceSize, type Piece } from './piece.js';
import type { RedisKeys } from './redis-keys.js';
import { claimScript, confirmScript, runScript, takeOverScript } from './redis-scripts.js';

/** How long events are gathered that come one by one, in milliseconds. Nobody is told meanwhile that they are kept. */
const gatherMs = 3;

/** An event that somebody waits for. */
interface Arrival {
  readonly event: QueueEvent;
  readonly identity: string | null;
  /** @param isNew whether it is kept now; it was kept before otherwise */
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** What the intake needs. */
export interface IntakeTools {
  readonly redis: RedisClient;
  readonly jobs: JobQueue<Piece>;
  readonly keys: RedisKeys;
  /** The queue's own time, in milliseconds. */
  readonly now: () => number;
  /** How long an identity is remembered, in milliseconds; 0 remembers none. */
  readonly rememberMs: number;
  /** Resolves when what was written is as safe as it is to be. */
  readonly secure: () => Promise<void>;
}

/**
 * Puts events together into pieces and adds them:
 *
 *     claim identities ──► add the piece ──► confirm
 *
 * A process that is killed between the first two leaves claims of a piece that nobody has added: whoever meets them takes
 * them over. One that is killed between the last two leaves a piece that is kept and not confirmed: whoever delivers it
 * does that. Of two pieces that hold the same event, the one that has the claim when it is confirmed delivers it.
 */
export class PieceIntake {
  readonly #tools: IntakeTools;
  #waiting: Arrival[] = [];
  #timer: NodeJS.Timeout | null = null;
  /** Events on their way, by identity: a copy that comes meanwhile waits for what becomes of the first. */
  readonly #underWay = new Map<string, Promise<boolean>>();

  constructor(tools: IntakeTools) {
    this.#tools = tools;
  }

  /** @returns for each event whether it is kept now; the others were kept before */
  async add(events: readonly QueueEvent[]): Promise<boolean[]> {
    const results = await Promise.allSettled(events.map((event) => this.#arrive(event)));
    return results.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
  }

  #arrive(event: QueueEvent): Promise<boolean> {
    const bytes = this.#tools.rememberMs === 0 ? null : eventIdentity(event);
    const identity = bytes?.toString('base64url') ?? null;
    const first = identity === null ? undefined : this.#underWay.get(identity);
    if (first !== undefined) return first.then(() => this.#countDuplicate());
    const kept = new Promise<boolean>((resolve, reject) => {
      this.#waiting.push({ event, identity, resolve, reject });
    });
    if (identity !== null) {
      this.#underWay.set(identity, kept);
      const forget = (): boolean => this.#underWay.delete(identity);
      kept.then(forget, forget);
    }
    if (this.#waiting.length >= maxPieceEvents) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), gatherMs);
    return kept;
  }

  async #countDuplicate(): Promise<false> {
    await this.#tools.redis.hincrby(this.#tools.keys.books, 'duplicate', 1);
    return false;
  }

  #flush(): void {
    clearTimeout(this.#timer ?? undefined);
    this.#timer = null;
    const arrivals = this.#waiting;
    this.#waiting = [];
    this.#addPiece(arrivals).catch((error: unknown) => {
      for (const { reject } of arrivals) reject(error);
    });
  }

  async #addPiece(arrivals: readonly Arrival[]): Promise<void> {
    const { redis, jobs, keys, now } = this.#tools;
    const id = newPieceId(arrivals.length);
    const at = now();
    const isNew = await this.#claim(id, at, arrivals);
    const fresh = arrivals.filter((_, index) => isNew[index]);
    const duplicates = arrivals.length - fresh.length;
    if (fresh.length === 0) {
      await redis.hincrby(keys.books, 'duplicate', duplicates);
    } else {
      const events = fresh.map(({ event, identity }, n) => ({
        n,
        p: event.params,
        ...(identity === null ? {} : { i: identity }),
      }));
      await jobs.add(jobName, { at, events }, { ...jobOptions, jobId: id });
      const state = await confirmPiece(this.#tools, id, { at, events }, { delivers: false, duplicates });
      await this.#tools.secure();
      fresh.forEach(({ resolve }, n) => resolve(!isTaken(state, n)));
    }
    arrivals.forEach(({ resolve }, index) => {
      if (isNew[index] !== true) resolve(false);
    });
  }

  /** @returns for each event whether it goes into the piece */
  async #claim(id: string, at: number, arrivals: readonly Arrival[]): Promise<boolean[]> {
    const { redis, keys, rememberMs } = this.#tools;
    const identities = arrivals.flatMap(({ identity }) => (identity === null ? [] : [identity]));
    const claims = (await runScript(
      redis,
      claimScript,
      [keys.claimed, keys.pieces, ...identities.map(keys.identity)],
      [id, at, rememberMs, arrivals.length - identities.length],
    )) as string[];
    const holders = new Map(identities.map((identity, index) => [identity, claims[index] ?? '1']));
    return Promise.all(
      arrivals.map(async ({ identity }) => {
        const holder = identity === null ? '' : (holders.get(identity) ?? '');
        if (holder === '') return true;
        if (holder === '1' || identity === null || (await this.#isAdded(holder))) return false;
        const args = [id, at, rememberMs, holder];
        return (
          (await runScript(redis, takeOverScript, [keys.identity(identity), keys.claimed, keys.pieces], args)) === 1
        );
      }),
    );
  }

  async #isAdded(piece: string): Promise<boolean> {
    return (await this.#tools.jobs.getJobState(piece)) !== 'unknown';
  }
}

/** Whether another piece has taken an event over. */
function isTaken(state: string, number: number): boolean {
  return state[number] === 't';
}

/**
 * Confirms that a piece is kept.
 *
 * @param how who asks, and how many events that were seen before came with it
 * @returns its state: a character for each event; empty if nothing became of any yet
 */
export async function confirmPiece(
  { redis, keys, rememberMs }: Pick<IntakeTools, 'redis' | 'keys' | 'rememberMs'>,
  id: string,
  { at, events }: Piece,
  how: { readonly delivers: boolean; readonly duplicates: number },
): Promise<string> {
  const named = events.filter((event): event is typeof event & { readonly i: string } => event.i !== undefined);
  return String(
    await runScript(
      redis,
      confirmScript,
      [
        keys.claimed,
        keys.pieces,
        keys.state(id),
        keys.books,
        keys.returning,
        ...named.map(({ i }) => keys.identity(i)),
      ],
      [
        ...[id, at, Math.max(1, rememberMs), pieceSize(id), how.delivers ? 1 : 0, how.duplicates, events.length],
        ...named.map(({ n }) => n),
      ],
    ),
  );
}
