import type { Note, Problem, Reason } from './outcome.js';

/**
 * A reason, problem or note as one line for a log. Nothing personal stands in it, and no source hash.
 *
 * @example
 * remarkLine(note) // '[unusable_value] ct from context.location.country: The value is not what Loop expects here, …'
 */
export function remarkLine({ code, parameter, source, message }: Reason | Problem | Note): string {
  const place = [parameter, source].filter((part) => part !== null).join(' from ');
  return [`[${code}]`, place === '' ? '' : `${place}:`, message].filter((part) => part !== '').join(' ');
}
