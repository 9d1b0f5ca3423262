import { Refusal } from './refusal.js';

/** The calls of the HTTP Tracking API, by path: Segment's documented names, and the short ones of its SDKs. */
export const trackingPaths: Readonly<Record<string, EventCall>> = {
  track: 'track',
  t: 'track',
  identify: 'identify',
  i: 'identify',
  screen: 'screen',
  s: 'screen',
  page: 'page',
  p: 'page',
  // Loop takes neither, and an SDK that got a 404 would send them again and again.
  group: 'group',
  g: 'group',
  alias: 'alias',
  a: 'alias',
};

export type EventCall = 'track' | 'identify' | 'screen' | 'page' | 'group' | 'alias';

/** A JSON object of which nothing is known yet. */
type JsonObject = Readonly<Record<string, unknown>>;

/** Segment's limit of a batch, in events. */
const maxEvents = 2500;

/** The event of a call with one event: its type is that of the path. */
export function readSingle(body: unknown, call: EventCall): readonly unknown[] {
  if (!isObject(body)) throw new Refusal('not_an_event');
  return [{ ...body, type: call }];
}

/**
 * The events of a batch. A `context` beside the batch is that of each event too; the event's own wins.
 *
 * Source: Segment's HTTP Tracking API, "Batch".
 */
export function readBatch(body: unknown): readonly unknown[] {
  if (!isObject(body) || !Array.isArray(body['batch'])) throw new Refusal('not_a_batch');
  const events = bounded(body['batch']);
  const { context } = body;
  if (!isObject(context)) return events;
  return events.map((event) =>
    isObject(event)
      ? { ...event, context: { ...context, ...(isObject(event['context']) ? event['context'] : {}) } }
      : event,
  );
}

/** The events of a webhook: one, several in an array, or a batch. */
export function readWebhook(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return bounded(body);
  if (!isObject(body)) throw new Refusal('not_an_event');
  return Array.isArray(body['batch']) ? readBatch(body) : [body];
}

/** The write key that server-side SDKs put into the body instead of a header; null if there is none. */
export function bodyWriteKey(body: unknown): string | null {
  const key = isObject(body) ? body['writeKey'] : null;
  return typeof key === 'string' ? key : null;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bounded(events: readonly unknown[]): readonly unknown[] {
  if (events.length > maxEvents) throw new Refusal('too_many_events');
  return events;
}
