/** A payload of `analytics`: of a hook, or as a person writes it for `explain`. */
export interface HookPayload {
  readonly type: string;
  readonly event?: string;
  readonly properties?: object;
  readonly traits?: object;
  readonly userId?: string | null;
  readonly anonymousId?: string | null;
  readonly options?: { readonly context?: object; readonly integrations?: object };
  readonly meta?: { readonly rid?: string; readonly ts?: number };
}

/**
 * The event in Segment's form. `options.context` is its context, and a `track` or `page` carries in it what is known of
 * the user.
 * @param userTraits the traits that `analytics` keeps since the last `identify`
 */
export function toEvent(payload: HookPayload, userTraits: unknown): object {
  const { type, event, properties, traits, userId, anonymousId, options, meta } = payload;
  const own = (options?.context ?? {}) as { readonly traits?: object };
  // What an identify says of the user is in its own traits, and the rest would be sent again.
  const context = type === 'identify' ? own : { ...own, traits: { ...(userTraits as object | null), ...own.traits } };
  const integrations = options?.integrations;
  return { type, event, properties, traits, userId, anonymousId, messageId: meta?.rid, context, integrations };
}
