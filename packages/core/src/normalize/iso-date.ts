/** A Date (of any realm) as ISO 8601 text; null for what is no Date or no valid one. */
export function isoDate(value: unknown): string | null {
  if (Object.prototype.toString.call(value) !== '[object Date]') return null;
  try {
    return (value as Date).toISOString();
  } catch {
    return null;
  }
}
