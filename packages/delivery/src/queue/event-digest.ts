import { hash } from 'node:crypto';

/** Enough for 10^12 events with less than one chance in 10^14 that two share a digest. */
const bytes = 16;

/** What an event's ID is remembered by: it can't be turned back, whatever an app has put there. */
export function eventDigest(id: string): Buffer {
  return hash('sha256', id, 'buffer').subarray(0, bytes);
}
