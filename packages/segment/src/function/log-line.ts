import type { Sent, Skipped } from '../loop/delivery';

/** What became of an event, as a line for the log. Nothing personal stands in it, and no source hash. */
export function logLine(delivery: Sent | Skipped): string {
  const what =
    delivery.result === 'sent'
      ? `Loop took the event (${delivery.status}).`
      : `Loop does not get the event: ${delivery.reason}. ${delivery.message}`;
  const notes = delivery.notes.map(({ code, parameter, source }) => `${parameter ?? source ?? 'event'} (${code})`);
  return notes.length === 0 ? what : `${what} Left out: ${notes.join(', ')}.`;
}
