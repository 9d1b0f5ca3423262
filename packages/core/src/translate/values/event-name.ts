import { refusePersonalData } from '../../codes/refusal.js';
import type { Sources } from '../extract.js';
import { readName } from '../guarded-text.js';
import type { Found, Pass } from '../pass.js';

/** The name of an event, screen or page. It passes the same check for personal data as a property. */
export function readEventName(pass: Pass, sources: Sources): Found<string> {
  const row = pass.type === 'track' ? 'event' : 'name';
  const found = pass.take(row, sources[row], (value) => {
    const text = readName(value);
    return typeof text === 'string' && pass.identifiers.areIn(text) ? refusePersonalData('identifier') : text;
  });
  // The SDKs copy the name of a page into its properties: it was sent, so it is no property that was left out.
  for (const source of sources[row]) if (pass.valueAt(source) === found.value) pass.addUsedPath(source.text);
  return found;
}
