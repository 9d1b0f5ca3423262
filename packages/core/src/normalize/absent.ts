/** True for what means "no value": nothing, null, NaN, and text that is empty or white space. */
export function isAbsent(value: unknown): value is undefined | null {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value === '' || (mayBeBlank(value) && value.trim() === '');
  return typeof value === 'number' && value !== value;
}

/** Looks at the first character alone: nearly every text is settled by it. Long text is not looked through. */
function mayBeBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first <= 32 || first >= 128) && text.length < 1024;
}
