import type { SendResult } from '@loop-adapters/delivery';

import type { Position } from '../../input/read-events.js';
import { increase } from '../../terminal/counts.js';

/** What became of the requests of one run. */
export class SendResults {
  delivered = 0;
  /** Requests that did not get through and are in the dead-letter file. */
  kept = 0;
  /** Dead letters that were not taken up before sending was stopped, and stay where they are. */
  unreached = 0;
  /** How often each code of the sender's occurred, with the status where there is one: `refused (HTTP 400)`. */
  readonly codes = new Map<string, number>();
  /** Events whose request did not get through and could not be kept either. */
  readonly lost: Position[] = [];
  /** Whether Loop refused a request in the way it would refuse a wrong source hash. */
  hasRefusedCredentials = false;

  get undelivered(): number {
    return this.kept + this.lost.length;
  }

  addFailure(code: string, status: number | null): void {
    increase(this.codes, status === null ? code : `${code} (HTTP ${String(status)})`);
    this.hasRefusedCredentials ||= status === 401 || status === 403;
  }
}

/** The last HTTP status of a result; null if no answer came. */
export function statusOf(result: SendResult): number | null {
  return result.status === 'failed' ? result.lastStatus : result.httpStatus;
}
