import type { Delivery } from '../loop/delivery';

/** What Segment takes for the result of one event of a batch. It spells `errormessage` so. */
export interface BatchStatus {
  readonly status: 200 | 400 | 500;
  readonly errormessage?: string;
}

/**
 * The result of one event of a batch. Segment sends an event again for 500 and drops it for 400; its docs name no
 * other statuses, so Loop's own stands in the message alone.
 */
export function batchStatus(delivery: Delivery): BatchStatus {
  switch (delivery.result) {
    case 'sent':
      return { status: 200 };
    case 'skipped':
      // A single call of such a type ends as "not supported", which is a failure for Segment.
      return delivery.reason === 'unsupported_event_type'
        ? { status: 400, errormessage: delivery.message }
        : { status: 200 };
    case 'failed':
      return { status: delivery.failure === 'again' ? 500 : 400, errormessage: delivery.message };
  }
}
