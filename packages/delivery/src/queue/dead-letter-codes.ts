/** Why an event became a dead letter, besides `deliveryCodes`. */
export const deadLetterCodes = {
  expired:
    'The event waited longer than "maxAgeHours" without Loop accepting it. Loop takes every event as happening now, so send it again only if it is still worth something.',
  no_source_hash: 'There is no source hash for the platform of this event. Set it and send the event again.',
  unreadable: 'What the queue had kept of this event can no longer be read. It is kept as it is.',
} as const;

export type DeadLetterCode = keyof typeof deadLetterCodes;
