import { createHash } from 'node:crypto';

/** Longer message IDs are no IDs. In UTF-16 units. */
const maxLength = 1000;

/**
 * What an event with a `messageId` is known by. It is a digest, because whatever an app puts there would stand on disk.
 *
 * @returns null if the event has no message ID
 */
export function eventId(event: unknown): string | null {
  if (typeof event !== 'object' || event === null) return null;
  const { messageId } = event as { readonly messageId?: unknown };
  if (typeof messageId !== 'string' || messageId === '' || messageId.length > maxLength) return null;
  return createHash('sha256').update(messageId).digest('base64url');
}
