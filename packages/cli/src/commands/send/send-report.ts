import type { Counts } from '../../terminal/counts.js';
import type { TypedFlags } from './send-flags.js';
import type { SendResults } from './send-results.js';

/** What a run of `send` has to say at its end. */
export interface SendReport {
  readonly counts: Counts;
  readonly results: SendResults;
  readonly seconds: number;
  /** The file that holds what did not get through; null if everything did. */
  readonly deadLetters: string | null;
  /** The inputs as they were given. */
  readonly paths: readonly string[];
  /** How many places of the input to pass over, to send what was not reached; null if everything was. */
  readonly goOn: number | null;
  /** The dead-letter file that was sent again; null if events were sent. */
  readonly retried: string | null;
  /** What was typed: the suggested commands repeat it. */
  readonly typed: TypedFlags;
}

/** Whether something should have been delivered and was not. */
export function hasUndelivered(report: SendReport): boolean {
  const { counts, results, goOn } = report;
  return counts.hasFaults || results.undelivered > 0 || results.unreached > 0 || goOn !== null;
}
