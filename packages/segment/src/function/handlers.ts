import { mapWithLimit } from '../loop/map-with-limit';
import { batchStatus, type BatchStatus } from './batch-status';
import { functionError } from './function-error';
import type { FunctionSettings } from './function-settings';
import { logLine } from './log-line';
import type { Runtime } from './runtime';
import { dryRunReason } from './dry-run';
import { createSend } from './send';
import { maxRequests } from './timing';

/** What Segment calls. Every call gets the settings anew, and nothing of them is kept. */
interface Handlers {
  /**
   * One track, identify, screen or page call. What became of it stands in the log, because Segment's event tester
   * shows that and nothing else.
   * @throws the error by which Segment learns what went wrong and whether to try again
   */
  one(event: unknown, settings: FunctionSettings): Promise<void>;
  /** A batch. One bad event does not keep the others: each has a status of its own, in the order of the events. */
  batch(events: readonly unknown[], settings: FunctionSettings): Promise<BatchStatus[]>;
  /**
   * A call that Loop has no use for.
   * @throws EventNotSupported, always
   */
  unsupported(call: string): Promise<never>;
}

/** Makes the handlers over what Segment's Functions offer. */
export function createHandlers(runtime: Runtime): Handlers {
  return {
    async one(event, settings) {
      const delivery = await createSend(runtime, settings)(event);
      if (delivery.result === 'failed') throw functionError(runtime, delivery);
      runtime.console.log(logLine(delivery));
    },
    async batch(events, settings) {
      const deliveries = await mapWithLimit(events, maxRequests, createSend(runtime, settings));
      for (const delivery of deliveries) {
        if (delivery.result === 'skipped' && delivery.reason === dryRunReason) runtime.console.log(logLine(delivery));
      }
      return deliveries.map(batchStatus);
    },
    async unsupported(call) {
      throw new runtime.EventNotSupported(
        `Loop takes track, identify, screen and page calls. It has no use for ${call} calls.`,
      );
    },
  };
}
