import { readParams } from './stored-params.js';

/** An event that this process holds. */
export interface HeldEvent {
  readonly key: number;
  readonly holder: number;
  readonly params: Readonly<Record<string, string>>;
  readonly addedMs: number;
  readonly attempts: number;
}

/** A row of the table of events. */
export interface EventRow {
  readonly key: number;
  readonly params: string;
  readonly added_ms: number;
  readonly attempts: number;
}

/** Events in the order in which they came, and the keys of those that can't be read. */
export function readHeldEvents(
  rows: readonly EventRow[],
  holder: number,
): { readonly events: readonly HeldEvent[]; readonly unreadable: readonly number[] } {
  const events: HeldEvent[] = [];
  const unreadable: number[] = [];
  for (const { key, params: text, added_ms: addedMs, attempts } of [...rows].sort((a, b) => a.key - b.key)) {
    const params = readParams(text);
    if (params === null) unreadable.push(key);
    else events.push({ key, holder, params, addedMs, attempts });
  }
  return { events, unreadable };
}
