import assert from 'node:assert/strict';
import { compare } from './compare.mjs';
import { createHandWritten } from './hand-written.mjs';
import { standardEvents, standardSettings } from './standard-event.mjs';

/** So many people that no branch of the engine and no hash learns one of them by heart. */
const people = 1024;

/**
 * Measures a translator against the hand-written function on standard events, after both have built the same URLs.
 *
 * @param sha256 the hand-written function's hash, from text to hex
 */
export function compareTranslate({ translator, sha256, quick }) {
  const events = standardEvents(people);
  const handWritten = createHandWritten(standardSettings.sourceHash, sha256);
  for (const event of events) assert.equal(translator.translate(event).request?.url, handWritten(event));

  const { ours, theirs, ratio } = compare({
    ours: (index) => translator.translate(events[index % people]).request.url,
    theirs: (index) => handWritten(events[index % people]),
    quick,
  });
  return {
    measured: ratio,
    unit: ' times',
    detail: `${ours.toFixed(2)} µs an event, hand-written ${theirs.toFixed(2)} µs`,
  };
}
