/** What must be known before anything is sent. */
export function sendingNotice(endpoint: string): string {
  return (
    `Sending to ${endpoint}\n` +
    'Loop has no event time: it takes every event as happening now, however old the event is.'
  );
}
