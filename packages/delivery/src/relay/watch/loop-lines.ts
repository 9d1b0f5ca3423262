import { systemClock } from '../../sender/clock.js';
import { MinuteLines } from './minute-lines.js';
import type { RelayLog } from './relay-log.js';

/** Why Loop does not take an event now. */
interface Trouble {
  readonly code: string;
  readonly cause: string | null;
  readonly httpStatus: number | null;
}

/** What is wrong on Loop's side, said at most once a minute: thousands of events may meet it. */
export interface LoopLines {
  troubled(trouble: Trouble): void;
  refusedAll(httpStatus: number): void;
  close(): void;
}

/** Makes these lines of a log. */
export function loopLines(log: RelayLog): LoopLines {
  let last: Trouble | null = null;
  let refusal = 0;
  const troubles = new MinuteLines(systemClock, (_kind, tries) => {
    log('warn', 'Loop does not take events', { ...last, tries });
  });
  const walls = new MinuteLines(systemClock, (_kind, tries) => {
    log('error', 'Loop refuses all events of a source', { httpStatus: refusal, tries });
  });
  return {
    troubled(trouble) {
      last = trouble;
      troubles.add('trouble');
    },
    refusedAll(httpStatus) {
      refusal = httpStatus;
      walls.add('wall');
    },
    close() {
      troubles.close();
      walls.close();
    },
  };
}
