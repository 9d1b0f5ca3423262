import { UsageError } from '../terminal/usage-error.js';

/**
 * Reads the number of a flag.
 *
 * @param value what commander kept; undefined if the flag was not given
 * @throws UsageError if it is no number
 */
export function readNumberFlag(flag: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) throw new UsageError(`${flag} must be a number.`);
  return number;
}
