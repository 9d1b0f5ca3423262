import { findPersonalData } from '../guard/personal-values.js';
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
