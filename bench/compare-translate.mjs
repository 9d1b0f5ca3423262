import assert from 'node:assert/strict';
import { compare } from './compare.mjs';
import { createHandWritten } from './hand-written.mjs';
import { standardEvents, standardSettings } from './standard-event.mjs';

/** So many people that no branch of the engine and no hash learns one of them by heart. */
const people = 1024;

/**
 * Measures a translator against a yardstick on standard events, after both have built the same URLs.
 *
 * @param sha256 the yardstick's hash, from text to hex
 * @param createYardstick makes the function that it is measured against, of the source hash and the hash
 * @param yardstick what the figures call it
 */
export function compareTranslate({
  translator,
  sha256,
  quick,
  createYardstick = createHandWritten,
  yardstick = 'hand-written',
}) {
  const events = standardEvents(people);
  const theYardstick = createYardstick(standardSettings.sourceHash, sha256);
  for (const event of events) assert.equal(translator.translate(event).request?.url, theYardstick(event));

  const { ours, theirs, ratio } = compare({
    ours: (index) => translator.translate(events[index % people]).request.url,
    theirs: (index) => theYardstick(events[index % people]),
    quick,
  });
  return {
    measured: ratio,
    unit: ' times',
    detail: `${ours.toFixed(2)} µs an event, ${yardstick} ${theirs.toFixed(2)} µs`,
  };
}
