import { deadLetterCodes } from '../dead-letter-codes.js';
import type { DeadLetter } from '../dead-letters.js';
import type { Burial } from '../queue.js';

/** A dead letter as Redis keeps it. */
interface StoredLetter {
  readonly params: Readonly<Record<string, string>>;
  /** When the event was added, in milliseconds of the queue's own time. */
  readonly at: number;
  readonly code: string;
  readonly httpStatus: number | null;
  readonly attempts: number;
  readonly message: string;
  /** What could not be read. It is kept for whoever repairs it, and shown to nobody. */
  readonly unreadable?: string;
}

export function writeLetter(
  params: Readonly<Record<string, string>>,
  at: number,
  { code, httpStatus, attempts, message }: Burial,
): string {
  return JSON.stringify({ params, at, code, httpStatus, attempts, message } satisfies StoredLetter);
}

/** The letter of an event that can't be read. */
export function unreadableLetter(text: string, at: number): string {
  return JSON.stringify({
    params: {},
    at,
    code: 'unreadable',
    httpStatus: null,
    attempts: 0,
    message: deadLetterCodes.unreadable,
    unreadable: text,
  } satisfies StoredLetter);
}

/** Reads a letter; one that was damaged since is itself unreadable. Times become those of the wall clock. */
export function readLetter(key: string, text: string, buriedAt: number, toWallMs: (ms: number) => number): DeadLetter {
  const { params, at, code, httpStatus, attempts, message } = parse(text, buriedAt);
  return {
    key,
    params,
    addedAtMs: toWallMs(at),
    buriedAtMs: toWallMs(buriedAt),
    code,
    httpStatus,
    attempts,
    message,
  };
}

function parse(text: string, at: number): StoredLetter {
  try {
    return JSON.parse(text) as StoredLetter;
  } catch {
    return JSON.parse(unreadableLetter(text, at)) as StoredLetter;
  }
}
