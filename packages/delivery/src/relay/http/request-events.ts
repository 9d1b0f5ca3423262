import { maxEvents } from './admission.js';
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

/** The events of one request. */
export interface RequestEvents {
  readonly events: readonly unknown[];
  /** A context that is that of each event too, as far as the event has none of its own; null if there is none. */
  readonly context: object | null;
  /** The same of `integrations`: where the events may go. */
  readonly integrations: object | null;
}

const nothingShared = { context: null, integrations: null };

/** The event of a call with one event: its type is that of the path. */
export function readSingle(body: unknown, call: EventCall): RequestEvents {
  if (!isObject(body)) throw new Refusal('not_an_event');
  return { events: [{ ...body, type: call }], ...nothingShared };
}

/**
 * The events of a batch. A `context` beside the batch, and `integrations`, are those of each event too; the event's own
 * win.
 *
 * Source: Segment's HTTP Tracking API, "Batch".
 */
export function readBatch(body: unknown): RequestEvents {
  if (!isObject(body) || !Array.isArray(body['batch'])) throw new Refusal('not_a_batch');
  const { context, integrations } = body;
  return {
    events: bounded(body['batch']),
    context: isObject(context) ? context : null,
    integrations: isObject(integrations) ? integrations : null,
  };
}

/** The events of a webhook: one, several in an array, or a batch. */
export function readWebhook(body: unknown): RequestEvents {
  if (Array.isArray(body)) return { events: bounded(body), ...nothingShared };
  if (!isObject(body)) throw new Refusal('not_an_event');
  return Array.isArray(body['batch']) ? readBatch(body) : { events: [body], ...nothingShared };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bounded(events: readonly unknown[]): readonly unknown[] {
  if (events.length > maxEvents) throw new Refusal('too_many_events');
  return events;
}
