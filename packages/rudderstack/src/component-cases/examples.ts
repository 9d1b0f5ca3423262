import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An event as RudderStack's server hands it on. */
export type Message = Readonly<Record<string, unknown>> & { readonly messageId: string };

const files = [
  'rudderstack-android.json',
  'rudderstack-ios.json',
  'rudderstack-js.json',
  'consent/rudderstack.json',
  'fallbacks/rudderstack.json',
];

/**
 * Finds RudderStack's events of the repository's `examples/` by their `messageId`.
 * @param folder the repository's `examples`.
 * @throws Error for a `messageId` that no file holds.
 */
export function readExamples(folder: string): (messageId: string) => Message {
  const events = files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Message[]);
  const byId = new Map(events.map((event) => [event.messageId, event]));
  return (messageId) => {
    const event = byId.get(messageId);
    if (event === undefined) throw new Error(`No example has the messageId ${messageId}.`);
    return event;
  };
}
