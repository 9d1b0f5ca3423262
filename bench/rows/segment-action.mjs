import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { compareThroughput } from '../compare.mjs';
import { standardEvents } from '../standard-event.mjs';

export const name = 'Segment action, onEvent, fetch stubbed';
export const against = 'adjust of @segment/action-destinations, same event';
export const goal = { atLeast: 1 };

// Segment's own packages are CommonJS; ours is found from its own package, as whoever installs it has it.
// package.json overrides two of the peer's dependencies: fast-uri from 3.1.6 on can't read the names of destinations
// that have a space, and one of the AWS clients is of no use here in just the version that it asks for.
const peer = createRequire(import.meta.url);
const own = createRequire(join(import.meta.dirname, '../../packages/segment/package.json'));

export async function run({ quick }) {
  const ours = destination(own, peer('@loop-adapters/segment').default, 'trackEvent', {
    androidSourceHash: 'BENCH-SOURCE-HASH',
  });
  const adjust = peer('@segment/action-destinations/dist/destinations/adjust').default;
  const theirs = destination(peer, adjust, 'sendEvent', {
    environment: 'sandbox',
    default_app_token: 'app-token',
    default_event_token: 'event-token',
  });
  const events = standardEvents(1000);
  const result = await compareThroughput({
    ours: (count) => oneByOne(count, (index) => ours(events[index % events.length])),
    theirs: (count) => oneByOne(count, (index) => theirs(events[index % events.length])),
    count: 2000,
    quick,
  });
  return {
    measured: result.ratio,
    unit: ' times',
    detail: `${Math.round(result.ours)} events/s, adjust ${Math.round(result.theirs)} events/s`,
  };
}

/** A destination as Segment runs it, with the default mapping of an action. Its requests are answered on the spot. */
function destination(load, definition, partnerAction, settings) {
  answerRequests(load);
  const { Destination, defaultValues } = load('@segment/actions-core');
  const mapping = defaultValues(definition.actions[partnerAction].fields);
  const runner = new Destination(definition);
  const subscriptions = [{ partnerAction, subscribe: 'type = "track"', mapping }];
  return async (event) => {
    const results = await runner.onEvent(event, { ...settings, subscriptions });
    if (results.at(-1)?.output !== 'Action Executed') throw new Error('The event was not sent.');
  };
}

/** Puts an answer in the place of fetch: 200 and a short body, in the kind of stream that node-fetch has it in. */
function answerRequests(load) {
  const module = load(join(dirname(load.resolve('@segment/actions-core')), 'fetch.js'));
  const { Response } = module;
  module.default = async () => new Response(new PassThrough().end('OK'), { status: 200 });
}

async function oneByOne(count, run) {
  for (let index = 0; index < count; index++) await run(index);
}
