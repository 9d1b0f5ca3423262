import type { ServerResponse } from 'node:http';
import type { HeldBytes } from './held-bytes.js';

/**
 * Counts what answers hold until their client has taken them, and closes the connection of one that does not in time.
 *
 * @param bytes how long the answer is
 * @param maxMs how long the client may take
 */
export function watchAnswer(response: ServerResponse, bytes: number, held: HeldBytes, maxMs: number): void {
  // The client is gone already, so there is nothing to hold.
  if (response.destroyed || response.socket?.destroyed === true) return;
  const release = held.answer(bytes);
  const cut = setTimeout(() => {
    release();
    response.socket?.destroy();
    // An answer behind another one on the same connection has no socket yet.
    response.destroy();
  }, maxMs).unref();
  response.once('close', () => {
    clearTimeout(cut);
    release();
  });
}
