import { randomBytes } from 'node:crypto';
import type { BulkJobOptions } from 'bullmq';
import type { DeadLetter } from '../dead-letters.js';

/** What a job of BullMQ's holds: an event as the queue keeps it. */
export interface StoredEvent {
  readonly params: Readonly<Record<string, string>>;
  readonly addedAtMs: number;
  /** How often its request went out. BullMQ's own count goes up also when nothing went out. */
  readonly attempts: number;
}

/** Why an event is dead: what BullMQ keeps, as JSON, for the reason of a failed job. */
export type BurialReason = Pick<DeadLetter, 'code' | 'httpStatus' | 'attempts' | 'message'>;

/** BullMQ asks for a name for each kind of job. There is one kind here. */
export const jobName = 'event';

/** What every job has. Written with each, so it is short. */
export const jobOptions: BulkJobOptions = {
  removeOnComplete: true,
  // The reason says it all; a stack trace would be that of this package.
  stackTraceLimit: 0,
};

const maker = randomBytes(4).toString('hex');
let count = 0;

/**
 * A name for a new event. Nobody else makes the same one, so the queue tells by it whether the event was queued or one
 * with the same ID was there. Names sort by the time and the order in which they were made.
 */
export function newKey(nowMs: number): string {
  count++;
  return `${nowMs.toString(36).padStart(9, '0')}-${count.toString(36).padStart(7, '0')}-${maker}`;
}
