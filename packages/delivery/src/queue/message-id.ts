/** What a transformation writes where there was no ID. */
const noIds: ReadonlySet<string> = new Set(['', 'undefined', 'null', 'none', 'nan', 'false', '[object object]']);

/** Zeros in whatever grouping: `0`, `00000000-0000-0000-0000-000000000000`. */
const zeros = /^[0-]+$/;

/**
 * The message ID of an event, if it has one. Transformations of Segment and RudderStack write `undefined`, `null`,
 * nothing or zeros where there was none: two events that share such a text are not the same event.
 *
 * @param value what stands in the event as `messageId`, of any type
 * @returns the ID without the spaces around it; null if it is none
 * @example
 * readMessageId('4f5c-22'); // '4f5c-22'
 * readMessageId('undefined'); // null
 */
export function readMessageId(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) && value !== 0 ? String(value) : null;
  if (typeof value !== 'string') return null;
  const id = value.trim();
  return noIds.has(id.toLowerCase()) || zeros.test(id) ? null : id;
}
