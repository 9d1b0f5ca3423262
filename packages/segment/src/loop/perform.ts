import type { JSONLikeObject, RequestClient } from '@segment/actions-core';
import { ErrorCodes, MultiStatusResponse } from '@segment/actions-core';
import type { MappedFields } from './compose-event';
import type { Delivery } from './delivery';
import { deliveryError } from './delivery-error';
import type { Settings } from './generated-types';
import { mapWithLimit } from './map-with-limit';
import { sendEvent } from './send-event';

/** Requests of one batch that are under way at once. */
const maxRequests = 10;

/** An event of a batch: its type, and what Segment's mapping made of it. */
export interface MappedEvent {
  readonly type: string;
  readonly fields: MappedFields;
}

/**
 * Sends one event.
 * @returns what Segment shows as the response: whether the event was sent or skipped, why, and what was left out
 * @throws the error by which Segment learns what went wrong and whether to try again
 */
export async function performOne(
  request: RequestClient,
  settings: Settings,
  type: string,
  fields: MappedFields,
): Promise<JSONLikeObject> {
  const delivery = await sendEvent(request, settings, type, fields);
  if (delivery.result === 'failed') throw deliveryError(delivery);
  return responseBody(delivery);
}

/**
 * Sends the events of a batch, each by itself. One that fails is reported in its place and does not keep the others.
 * @returns the results in the order of the events
 */
export async function performMany(
  request: RequestClient,
  settings: Settings,
  events: readonly MappedEvent[],
): Promise<MultiStatusResponse> {
  const deliveries = await mapWithLimit(events, maxRequests, ({ type, fields }) =>
    sendEvent(request, settings, type, fields),
  );
  const response = new MultiStatusResponse();
  for (const delivery of deliveries) {
    if (delivery.result === 'failed') {
      const { status = 500, code, message } = deliveryError(delivery);
      const errortype = Object.values(ErrorCodes).find((known) => known === code);
      // A body marks the answer as Loop's own. Without one, Segment says that the integration itself refused the event.
      const body = delivery.status === null ? {} : { body: `HTTP ${delivery.status}` };
      response.pushErrorResponse({ status, errormessage: message, ...(errortype && { errortype }), ...body });
    } else {
      // What was sent holds the source hash and is not shown.
      response.pushSuccessResponse({ status: 200, sent: {}, body: responseBody(delivery) });
    }
  }
  return response;
}

function responseBody({ notes, ...delivery }: Exclude<Delivery, { result: 'failed' }>): JSONLikeObject {
  return { ...delivery, notes: notes.map(({ code, parameter, source }) => ({ code, parameter, source })) };
}
