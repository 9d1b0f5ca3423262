import * as v from 'valibot';
import { wholeNumber } from '../settings/whole-number.js';

/** How long things are kept: settings that both engines have. */
export const keepingSettings = {
  /** How long an `id` is remembered: a copy that comes later is a new event. 0 remembers none. In hours. */
  duplicateHours: v.optional(wholeNumber(0, 8760), 24),
  /** How long a dead letter is kept. In days. */
  deadLetterDays: v.optional(wholeNumber(1, 3650), 30),
  /** How many dead letters are kept: the oldest go first. */
  maxDeadLetters: v.optional(wholeNumber(1, 100_000_000), 100_000),
  /**
   * How long a process may be silent before its events are handed to another; in milliseconds. A process that was
   * killed costs its events this delay at most.
   */
  leaseMs: v.optional(wholeNumber(100, 3_600_000), 30_000),
};
