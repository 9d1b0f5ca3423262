import { randomBytes } from 'node:crypto';
import { DelayedError, WaitingError, type Job } from 'bullmq';
import type { Burial, Lease, Release } from '../queue.js';
import type { RedisClient } from './connect-redis.js';
import { isLostLock } from './lost-lock.js';
import { dueOf, eventKey, isPiece, parseEventKey, pieceSize, type Piece, type PieceEvent } from './piece.js';
import { confirmPiece } from './piece-intake.js';
import type { RedisKeys } from './redis-keys.js';
import { runScript, settleScript } from './redis-scripts.js';
import { setAsidePiece } from './set-aside-piece.js';
import { writeLetter } from './stored-letter.js';

/** What is told of events of one piece. */
interface Settled {
  readonly delivered?: readonly Lease[];
  readonly buried?: readonly Burial[];
}

/** A piece that BullMQ has handed to this process. */
interface HeldPiece {
  readonly id: string;
  job: Job<Piece>;
  token: string;
  /** Events that nobody has told anything of: the number of the handing out, by the event's number. */
  readonly open: Map<number, string>;
  /** Events that are to be tried again. */
  readonly left: Map<number, PieceEvent>;
  readonly events: ReadonlyMap<number, PieceEvent>;
  readonly at: number;
  /** Ends BullMQ's processing of the job. */
  end: (error?: Error) => void;
  readonly ended: Promise<void>;
}

/** What the pieces need. */
export interface HeldPiecesTools {
  readonly redis: RedisClient;
  readonly keys: RedisKeys;
  readonly rememberMs: number;
  /** The queue's own time, in milliseconds. */
  readonly now: () => number;
  /** Called when events can be leased. */
  readonly onReady: () => void;
}

/** While Redis is gone, a piece that was handed out waits so long for the next try; in milliseconds. */
const retryMs = 500;

/** A piece that is this much early goes out all the same, in milliseconds. */
const earlyMs = 20;

/**
 * Between BullMQ, which hands out pieces, and the deliverer, which leases events: BullMQ's processing of a piece ends when
 * every event of it is settled. What is left then goes back as a smaller piece.
 */
export class HeldPieces {
  readonly #tools: HeldPiecesTools;
  readonly #held = new Map<string, HeldPiece>();
  #ready: { readonly piece: HeldPiece; readonly event: PieceEvent; readonly token: string }[] = [];
  /** No other process names its leases so. */
  readonly #name = randomBytes(6).toString('base64url');
  #handouts = 0;
  #isClosed = false;

  constructor(tools: HeldPiecesTools) {
    this.#tools = tools;
  }

  /** How many events are leased and not settled. */
  get leased(): number {
    let count = -this.#ready.length;
    for (const { open } of this.#held.values()) count += open.size;
    return Math.max(0, count);
  }

  /** How many events can be leased. */
  get ready(): number {
    return this.#ready.length;
  }

  /**
   * BullMQ's processor of jobs. Ends when the piece is settled; rejects as BullMQ wants it if some of it goes back, and
   * with nothing else, because a job that fails is handed out no more.
   */
  readonly process = async (job: Job<Piece>, token = ''): Promise<void> => {
    for (;;) {
      try {
        await this.#begin(job, token);
        return;
      } catch (error) {
        if (error instanceof DelayedError || error instanceof WaitingError) throw error;
        // It is another's by now, or will be: BullMQ finds that nobody holds it.
        if (this.#isClosed || isLostLock(error)) throw new WaitingError();
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  };

  async #begin(job: Job<Piece>, token: string): Promise<void> {
    const id = job.id ?? '';
    const known = this.#held.get(id);
    if (known !== undefined) {
      // While Redis was gone the lock of the job ended, and it is handed out again to the process that still holds it.
      known.job = job;
      known.token = token;
      return known.ended;
    }
    if (!isPiece(job.data)) return setAsidePiece(this.#tools, id, job.data);
    const { at, events } = job.data;
    const state = await confirmPiece(this.#tools, id, job.data, { delivers: true, duplicates: 0 });
    const open = events.filter(({ n }) => state === '' || state[n] === '.');
    if (open.length === 0) return;
    const due = dueOf(open);
    if (this.#isClosed || due - this.#tools.now() > earlyMs) return this.#sendBack(job, token, due);
    return this.#hold(id, job, token, at, open);
  }

  /** Hands out events, at most `limit`. */
  lease(limit: number): Lease[] {
    const nowMs = this.#tools.now();
    return this.#ready.splice(0, limit).map(({ piece, event, token }) => ({
      key: eventKey(piece.id, event.n),
      token,
      params: event.p,
      waitedMs: Math.max(0, nowMs - piece.at),
      attempts: event.a ?? 0,
    }));
  }

  acknowledge(leases: readonly Lease[]): Promise<void> {
    return this.#eachPiece(
      leases,
      (lease) => lease,
      (id, delivered) => this.#settle(id, { delivered }),
    );
  }

  bury(burials: readonly Burial[]): Promise<void> {
    const valid = burials.filter(({ lease }) => this.#isOpen(lease));
    return this.#eachPiece(
      valid,
      ({ lease }) => lease,
      (id, buried) => this.#settle(id, { buried }),
    );
  }

  release(releases: readonly Release[]): Promise<void> {
    return this.#eachPiece(
      releases,
      ({ lease }) => lease,
      async (id, some) => {
        const piece = this.#held.get(id);
        if (piece === undefined) return;
        for (const { lease, delayMs, attempts } of some) {
          const { number } = parseEventKey(lease.key);
          const event = piece.events.get(number);
          if (event === undefined || piece.open.get(number) !== lease.token) continue;
          piece.open.delete(number);
          const { d: _, ...rest } = event;
          const due = delayMs > 0 ? { d: this.#tools.now() + Math.ceil(delayMs) } : {};
          piece.left.set(number, { ...rest, ...(attempts === 0 ? {} : { a: attempts }), ...due });
        }
        await this.#endIfSettled(piece);
      },
    );
  }

  /** Gives everything back. Nothing is held from now on. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#ready = [];
    await Promise.allSettled(
      [...this.#held.values()].map(async (piece) => {
        for (const number of piece.open.keys()) {
          const event = piece.events.get(number);
          if (event !== undefined) piece.left.set(number, event);
        }
        piece.open.clear();
        try {
          await this.#endIfSettled(piece);
        } finally {
          // If Redis is gone, BullMQ finds that nobody holds it.
          this.#end(piece, new WaitingError());
        }
      }),
    );
  }

  #hold(id: string, job: Job<Piece>, token: string, at: number, events: readonly PieceEvent[]): Promise<void> {
    let end: HeldPiece['end'] = () => undefined;
    const ended = new Promise<void>((resolve, reject) => {
      end = (error) => {
        if (error === undefined) resolve();
        else reject(error);
      };
    });
    const byNumber = new Map(events.map((event) => [event.n, event]));
    const piece = {
      id,
      job,
      token,
      at,
      events: byNumber,
      open: new Map<number, string>(),
      left: new Map(),
      end,
      ended,
    };
    this.#held.set(id, piece);
    const latest = this.#tools.now() + earlyMs;
    for (const event of events) {
      // One that Loop asked to wait for longer does not hold up the others.
      if ((event.d ?? 0) > latest) piece.left.set(event.n, event);
      else this.#offer(piece, event);
    }
    this.#tools.onReady();
    return ended;
  }

  #offer(piece: HeldPiece, event: PieceEvent): void {
    this.#handouts++;
    const token = `${this.#name}-${this.#handouts}`;
    piece.open.set(event.n, token);
    this.#ready.push({ piece, event, token });
  }

  #isOpen({ key, token }: Lease): boolean {
    const { id, number } = parseEventKey(key);
    return this.#held.get(id)?.open.get(number) === token;
  }

  /** Writes down what became of events of a piece; also if it is held no more, because Loop has what was delivered. */
  async #settle(id: string, { delivered = [], buried = [] }: Settled): Promise<void> {
    const { redis, keys, now } = this.#tools;
    const piece = this.#held.get(id);
    const numberOf = ({ key }: Lease): number => parseEventKey(key).number;
    const letters = buried.flatMap((burial) => {
      const event = piece?.events.get(numberOf(burial.lease));
      return event === undefined ? [] : [event.n, burial.lease.key, writeLetter(event.p, piece?.at ?? now(), burial)];
    });
    await runScript(
      redis,
      settleScript,
      [keys.state(id), keys.pieces, keys.books, keys.letters, keys.lettersAt],
      [id, pieceSize(id), now(), delivered.length, ...delivered.map(numberOf), ...letters],
    );
    if (piece === undefined) return;
    for (const lease of [...delivered, ...buried.map((burial) => burial.lease)]) {
      piece.open.delete(numberOf(lease));
      piece.left.delete(numberOf(lease));
    }
    await this.#endIfSettled(piece);
  }

  async #endIfSettled(piece: HeldPiece): Promise<void> {
    const { open, left, job, token, at } = piece;
    if (open.size > 0 || !this.#held.has(piece.id)) return;
    if (left.size === 0) {
      this.#end(piece);
      return;
    }
    const events = [...left.values()].sort((a, b) => a.n - b.n);
    try {
      await job.updateData({ at, events });
      await this.#sendBack(job, token, dueOf(events));
    } catch (error) {
      if (error instanceof DelayedError || error instanceof WaitingError) this.#end(piece, error);
      // Another process holds it by now, and what this one did is written down.
      else if (isLostLock(error)) this.#end(piece, new WaitingError());
      else throw error;
    }
  }

  #end(piece: HeldPiece, error?: Error): void {
    this.#held.delete(piece.id);
    piece.end(error);
  }

  /** @throws DelayedError or WaitingError: so BullMQ is told that the job was moved */
  async #sendBack(job: Job<Piece>, token: string, due: number): Promise<never> {
    const delayMs = due - this.#tools.now();
    if (delayMs > 0) {
      await job.moveToDelayed(Date.now() + delayMs, token);
      throw new DelayedError();
    }
    await job.moveToWait(token);
    throw new WaitingError();
  }

  async #eachPiece<Item>(
    items: readonly Item[],
    leaseOf: (item: Item) => Lease,
    settle: (id: string, items: readonly Item[]) => Promise<void>,
  ): Promise<void> {
    const byPiece = new Map<string, Item[]>();
    for (const item of items) {
      const { id } = parseEventKey(leaseOf(item).key);
      const some = byPiece.get(id);
      if (some === undefined) byPiece.set(id, [item]);
      else some.push(item);
    }
    const results = await Promise.allSettled([...byPiece].map(([id, some]) => settle(id, some)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}
