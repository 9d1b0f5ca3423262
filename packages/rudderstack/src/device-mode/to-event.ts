/** How the SDK writes a time zone: an offset, such as `GMT-0500`. */
const offset = /^GMT[+-]\d{4}$/;

/**
 * The SDK's payload as an event for the client. Only the time zone is taken out, because many countries share an
 * offset: without it the client looks up the page's own time zone, such as `America/Lima`, which tells the country.
 */
export function toEvent(message: object): object {
  const { context } = message as { readonly context?: unknown };
  if (typeof context !== 'object' || context === null || !('timezone' in context)) return message;
  const { timezone, ...others } = context;
  return typeof timezone === 'string' && offset.test(timezone) ? { ...message, context: others } : message;
}
