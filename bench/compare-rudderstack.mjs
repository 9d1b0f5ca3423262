import { createTranslator } from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import transform from '@loop-adapters/rudderstack/transformer/loop/transform.js';
import assert from 'node:assert/strict';
import { compareThroughput } from './compare.mjs';
import { standardEvents, standardSettings } from './standard-event.mjs';

/** Events per batch of the measurement; a multiple of every batch size. */
const count = 10_000;

/**
 * Measures the built destination for rudder-transformer against the translator that it is made of: what it adds is
 * reading the destination's settings with each event and RudderStack's form of a request.
 *
 * @param batchSize how many events are handed over at once
 * @param send hands a batch to the destination, and
 * @param paramsOf takes the params of each event out of what it returned
 */
export async function compareRudderstack({ batchSize, send, paramsOf, quick }) {
  const translator = createTranslator({ sourceHash: { android: standardSettings.sourceHash } }, nodeHash);
  // RudderStack sends a copy of the destination along with every event.
  const events = standardEvents(1000).map((message, jobId) => ({
    message,
    metadata: { jobId },
    destination: { ID: 'bench', Config: { sourceHashAndroid: standardSettings.sourceHash, properties: 'all' } },
  }));
  const batches = Array.from({ length: events.length / batchSize }, (_, index) =>
    events.slice(index * batchSize, (index + 1) * batchSize),
  );

  const ours = async (total) => {
    for (let sent = 0; sent < total; sent += batchSize) {
      const answer = send(transform, batches[(sent / batchSize) % batches.length]);
      if (answer instanceof Promise) await answer;
    }
  };
  const theirs = async (total) => {
    for (let index = 0; index < total; index++) translator.translate(events[index % events.length].message);
  };

  for (const batch of batches) {
    const params = paramsOf(await send(transform, batch));
    const expected = batch.map(({ message }) => translator.translate(message).request.params);
    assert.deepEqual(params, expected);
  }

  const { ours: rate, theirs: bare, ratio } = await compareThroughput({ ours, theirs, count, pairs: 31, quick });
  return {
    measured: ratio,
    unit: ' times',
    detail: `${Math.round(rate)} events/s, translate alone ${Math.round(bare)} events/s`,
  };
}
