import { randomBytes } from 'node:crypto';

/** Most events of one piece. */
export const maxPieceEvents = 50;

/** BullMQ asks for a name for each kind of job. There is one kind here. */
export const jobName = 'piece';

/** What every job has. Written with each, so it is short. A piece never fails: what becomes of it is settled here. */
export const jobOptions = { removeOnComplete: true, stackTraceLimit: 0 } as const;

/** An event in a piece. Its names are short, because they are written with each. */
export interface PieceEvent {
  /** Its number in the piece that it came in. It keeps it when the others are gone. */
  readonly n: number;
  /** Loop's parameters, without the source hash. */
  readonly p: Readonly<Record<string, string>>;
  /** Its identity; left out if it has no message ID. */
  readonly i?: string;
  /** How often its request went out; left out if never. */
  readonly a?: number;
  /** When it may go out again, in milliseconds of the queue's own time; left out if at once. */
  readonly d?: number;
}

/** What a job of BullMQ's holds: the events of one request, or of a few milliseconds, or what is left of them. */
export interface Piece {
  /** When they were added, in milliseconds of the queue's own time. */
  readonly at: number;
  readonly events: readonly PieceEvent[];
}

const maker = randomBytes(4).toString('hex');
let count = 0;

/**
 * A name for a new piece: nobody else makes the same one. It ends in how many events the piece has, so that this is
 * known even if the piece can't be read.
 */
export function newPieceId(size: number): string {
  count++;
  return `${Date.now().toString(36)}-${count.toString(36)}-${maker}-${size}`;
}

/** How many events a piece had when it was made. */
export function pieceSize(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** The name of an event in the queue: its piece, and its number there. */
export function eventKey(pieceId: string, number: number): string {
  return `${pieceId}.${number}`;
}

/** The piece of an event, and its number there. */
export function parseEventKey(key: string): { readonly id: string; readonly number: number } {
  const dot = key.lastIndexOf('.');
  return { id: key.slice(0, dot), number: Number(key.slice(dot + 1)) };
}

/** Whether a job's data is a piece. Somebody may have changed it with one of BullMQ's tools. */
export function isPiece(data: unknown): data is Piece {
  if (typeof data !== 'object' || data === null) return false;
  const { at, events } = data as { readonly at?: unknown; readonly events?: unknown };
  return typeof at === 'number' && Array.isArray(events) && events.every(isPieceEvent);
}

function isPieceEvent(event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false;
  const { n, p } = event as { readonly n?: unknown; readonly p?: unknown };
  if (!Number.isInteger(n) || typeof p !== 'object' || p === null) return false;
  return Object.values(p).every((value) => typeof value === 'string');
}

/** When the first of several events may go out. */
export function dueOf(events: readonly PieceEvent[]): number {
  return Math.min(...events.map(({ d = 0 }) => d));
}
