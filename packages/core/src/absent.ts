/** True for what means "no value": nothing, null, NaN, and text that is empty or white space. */
export function isAbsent(value: unknown): value is undefined | null {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value === '' || (value.length < 1024 && value.trim() === '');
  return typeof value === 'number' && value !== value;
}
