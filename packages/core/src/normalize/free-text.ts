import { findPersonalData } from '../guard/personal-values.js';
import { isPlaceholder } from './placeholder.js';
import { refuse, unusable, type Refusal } from '../translate/refusal.js';

/** Longer text is no name of an app or a device, and would fill the URL. In UTF-16 units. */
const maxLength = 255;

/**
 * Text that goes out as it is: trimmed, and refused if personal data stands in it.
 * @param never a value that is never meant for Loop, such as the name of an SDK.
 */
export function readFreeText(value: unknown, never?: string): string | Refusal {
  if (typeof value !== 'string') return unusable;
  if (value.length > maxLength) return unusable;
  const text = value.trim();
  if (text === never) return unusable;
  if (findPersonalData(text) !== null) return refuse('personal_data');
  return text;
}

/**
 * The name of an app, a device or a maker: free text, unless a program wrote it where nothing is known (`unknown`).
 * @param never as for `readFreeText`
 */
export function readName(value: unknown, never?: string): string | Refusal {
  const text = readFreeText(value, never);
  return typeof text === 'string' && isPlaceholder(text) ? unusable : text;
}
