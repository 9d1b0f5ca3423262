import { BaseError, TransformationError } from '@rudderstack/integrations-lib';
import { process, type ProcessorEvent } from './process.js';
import type { RestRequest } from './rest-request.js';

interface RouterAnswer {
  readonly metadata: readonly unknown[];
  readonly batched: false;
  readonly destination: unknown;
}

/** What `processRouterDest` returns for one event. */
export type RouterResponse =
  | (RouterAnswer & { readonly batchedRequest: RestRequest; readonly statusCode: 200 })
  | (RouterAnswer & {
      readonly error: string;
      readonly statTags: Readonly<Record<string, string>>;
      readonly statusCode: number;
    });

/**
 * Turns many events into requests: one answer per event, in the order of the events. Loop takes one event per
 * request, so nothing is batched, and an event that fails leaves the others alone.
 */
export async function processRouterDest(events: readonly ProcessorEvent[]): Promise<RouterResponse[]> {
  return events.map((event): RouterResponse => {
    const { message, metadata, destination } = event;
    try {
      const batchedRequest = isProcessed(message) ? message : process(event);
      return { batchedRequest, metadata: [metadata], batched: false, statusCode: 200, destination };
    } catch (error) {
      const { message: reason, status, statTags } = error instanceof BaseError ? error : unexpected();
      return { metadata: [metadata], batched: false, statusCode: status, error: reason, statTags, destination };
    }
  });
}

/** With "transform at processor", the router gets what `process` returned before: it must not be translated again. */
function isProcessed(message: unknown): message is RestRequest {
  return typeof message === 'object' && message !== null && 'statusCode' in message && Boolean(message.statusCode);
}

/** A fault of this code. Its own message is left out: nobody knows what it quotes. */
function unexpected(): TransformationError {
  return new TransformationError(
    'The Loop destination failed for a reason of its own. Please report it with the version that you use.',
  );
}
