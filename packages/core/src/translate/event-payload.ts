/**
 * The payload of a Segment or RudderStack call, as far as the core reads it.
 * It is a help for editors: `translate` takes any value, because payloads come from outside.
 *
 * Source: Segment's spec (common fields, context) and RudderStack's event specification.
 */
export interface EventPayload {
  readonly type: 'track' | 'identify' | 'screen' | 'page' | (string & {});
  readonly event?: string;
  readonly name?: string;
  readonly userId?: string | null;
  readonly anonymousId?: string | null;
  readonly messageId?: string;
  readonly context?: { readonly [key: string]: unknown };
  readonly properties?: { readonly [key: string]: unknown };
  readonly traits?: { readonly [key: string]: unknown };
  /** RudderStack's servers put the IP address here. */
  readonly request_ip?: string;
}

/** The event types that Loop takes. */
export const eventTypes = ['track', 'identify', 'screen', 'page'] as const;

export type EventType = (typeof eventTypes)[number];
