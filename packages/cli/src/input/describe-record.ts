import type { InputRecord } from './read-events.js';

/** What is wrong with the input, in one line: `events.ndjson:7: not valid JSON`. */
export function describeRecord(record: Exclude<InputRecord, { kind: 'event' }>): string {
  if (record.kind === 'unreadable') return record.message;
  return `${record.position.input}:${String(record.position.line)}: ${record.message}`;
}
