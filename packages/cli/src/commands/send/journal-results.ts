import { increase } from '../../terminal/counts.js';

/** What one run of `send --journal` has to say at its end. */
export class JournalResults {
  delivered = 0;
  /** Events of the input that an earlier run had taken into the journal. They are not sent again. */
  takenBefore = 0;
  /** Events that were given up in this run, and are dead letters of the journal. */
  dead = 0;
  /** Events that could not be written to the journal (a full disk), so that they were not sent either. */
  notTaken = 0;
  /** How often each reason to give up occurred, with the status where there is one: `refused (HTTP 400)`. */
  readonly codes = new Map<string, number>();
  /** Whether Loop refused a request in the way it would refuse a wrong source hash. */
  hasRefusedCredentials = false;

  addDead(code: string, httpStatus: number | null): void {
    this.dead += 1;
    increase(this.codes, httpStatus === null ? code : `${code} (HTTP ${String(httpStatus)})`);
    this.hasRefusedCredentials ||= httpStatus === 401 || httpStatus === 403;
  }
}
