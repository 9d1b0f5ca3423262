import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the queue says of itself when it is asked. */
export interface QueueState {
  /** How long the oldest event has waited, in seconds; 0 if there is none. */
  readonly oldestAgeSeconds: number;
  /** What became of all events that the queue ever took. */
  readonly books: Readonly<Record<(typeof bookEntries)[number], number>>;
}

/** The second equation of the books: the first is the sum of the others. */
const bookEntries = ['accepted', 'delivered', 'waiting', 'dead', 'removed'] as const;

/** The relay's metrics, in a registry of its own: several relays in one process do not mix. */
export type RelayMetrics = ReturnType<typeof createRelayMetrics>;

/** From the fastest answer to the longest wait, in seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * @param readQueue asked with every scrape; null if the queue can't be asked at the moment
 */
export function createRelayMetrics(readQueue: () => Promise<QueueState | null>) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter<Label>({ name: `loop_relay_${name}`, help, labelNames: [...labelNames], registers });
  const gauge = (name: string, help: string) => new Gauge({ name: `loop_relay_${name}`, help, registers });

  const depth = gauge('queue_events', 'Events that wait for delivery or are on their way.');
  const age = gauge('queue_oldest_age_seconds', 'How long the oldest of them has waited.');
  const wall = gauge('wall', '1 while Loop refuses all events of a source, so that they wait.');
  const oneAddress = gauge('one_address_for_many', '1 if most people of late got the address of one connection.');
  const deadLetters = gauge('dead_letters', 'Events that Loop refused, kept with the reason.');
  const books = new Gauge({
    name: 'loop_relay_queue_books',
    help: 'All events that the queue ever took: accepted = delivered + waiting + dead + removed.',
    labelNames: ['entry'],
    registers,
  });

  return {
    requests: counter('requests_total', 'HTTP requests by route and status.', ['route', 'status']),
    refused: counter('requests_refused_total', 'HTTP requests of which nothing was taken, by reason.', ['code']),
    closedConnections: counter('connections_closed_total', 'Connections beyond the limits, closed as they came.'),
    received: counter('events_received_total', 'Events that came in: accepted, duplicate, skipped and invalid ones.'),
    accepted: counter('events_accepted_total', 'Events that became a request to Loop and are kept.'),
    duplicate: counter('events_duplicate_total', 'Events that had come before and are not sent again.'),
    skipped: counter('events_skipped_total', 'Events that must not or need not be sent, by reason.', ['code']),
    invalid: counter('events_invalid_total', 'Events that Loop could not take, by their first problem.', ['code']),
    leftOut: counter('values_left_out_total', 'Values that were not used or not sent, by reason.', ['code']),
    delivered: counter('delivered_total', 'Events that Loop answered 2xx.'),
    retried: counter('retried_total', 'Tries that failed and are repeated, by the answer or fault.', ['code']),
    dead: counter('dead_total', 'Events that became dead letters, by reason.', ['code']),
    dropped: counter('dead_letters_dropped_total', 'Dead letters that are gone for good: too old, or too many.'),
    oneAddress,
    wall,
    requestSeconds: new Histogram({
      name: 'loop_relay_request_duration_seconds',
      help: 'How long the relay takes to answer.',
      labelNames: ['route'],
      buckets,
      registers,
    }),
    deliverySeconds: new Histogram({
      name: 'loop_relay_delivery_duration_seconds',
      help: 'How long one delivery to Loop takes.',
      buckets,
      registers,
    }),
    contentType: registry.contentType,
    /** The text that Prometheus reads. */
    async text(): Promise<string> {
      const state = await readQueue();
      if (state !== null) {
        depth.set(state.books.waiting);
        age.set(state.oldestAgeSeconds);
        deadLetters.set(state.books.dead);
        for (const entry of bookEntries) books.set({ entry }, state.books[entry]);
      }
      return registry.metrics();
    },
  };
}
