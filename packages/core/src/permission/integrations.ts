/**
 * Whether an event's `integrations` let it go to Loop. Where no platform has filtered before (a relay, a file, a page),
 * the entry point asks this before it translates.
 *
 * `{ All: false }` without a `Loop` that is not false, and `{ Loop: false }`, say no. Source: Segment's and RudderStack's
 * documentation of `integrations`.
 *
 * @param event of any type; what can't be read says nothing
 * @example isForLoop({ type: 'track', integrations: { All: false } }) // false
 */
export function isForLoop(event: unknown): boolean {
  try {
    const integrations = own(event, 'integrations');
    const loop = own(integrations, 'Loop');
    return loop === undefined ? own(integrations, 'All') !== false : loop !== false;
  } catch {
    return true;
  }
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.prototype.hasOwnProperty.call(value, key))
    return undefined;
  return (value as Record<string, unknown>)[key];
}
