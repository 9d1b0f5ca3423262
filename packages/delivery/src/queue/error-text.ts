/** A text property of an error, such as its code; empty if there is none. */
export function errorText(error: unknown, property: string): string {
  if (typeof error !== 'object' || error === null) return '';
  const value = (error as Readonly<Record<string, unknown>>)[property];
  return typeof value === 'string' ? value : '';
}
