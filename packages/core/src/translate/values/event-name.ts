import type { EventType } from '../event.js';
import type { Sources } from '../extract.js';
import { readFreeText } from '../../normalize/free-text.js';
import { refuse } from '../refusal.js';
import type { Reader, Run } from '../pass.js';

/** The name of an event, screen or page. It passes the same check for personal data as a property. */
export function readEventName(run: Run, type: EventType, sources: Sources): string | undefined {
  const row = type === 'track' ? 'event' : 'name';
  const name = run.resolve(row, sources[row], nameReader, run, true);
  // The SDKs copy the name of a page into its properties: it was sent, so it is no property that was left out.
  for (const source of sources[row]) if (run.read(source) === name) run.consumed.push(source.text);
  return name;
}

const nameReader: Reader<string, Run> = {
  read: (value, run) => {
    const text = readFreeText(value);
    return typeof text === 'string' && run.holdsIdentifier(text) ? refuse('personal_data') : text;
  },
};
