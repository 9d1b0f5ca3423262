/**
 * The parameters of an event, as the file keeps them.
 *
 * @returns null if they can't be read
 */
export function readParams(text: unknown): Readonly<Record<string, string>> | null {
  if (typeof text !== 'string') return null;
  try {
    const params: unknown = JSON.parse(text);
    if (typeof params !== 'object' || params === null || Array.isArray(params)) return null;
    return Object.values(params).every((value) => typeof value === 'string')
      ? (params as Record<string, string>)
      : null;
  } catch {
    return null;
  }
}
