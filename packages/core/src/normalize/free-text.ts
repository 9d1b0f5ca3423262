import { isPlaceholder } from './placeholder.js';

/** Longer text is no name of an app or a device, and would fill the URL. In UTF-16 units. */
const maxLength = 255;

/**
 * Text that goes out as it is, trimmed. Whether personal data stands in it is the guard's to say.
 *
 * @param never a value that is never meant for Loop, such as the name of an SDK
 * @returns null if it is too long, or the value that is never meant
 */
export function normalizeFreeText(text: string, never?: string): string | null {
  if (text.length > maxLength) return null;
  const trimmed = text.trim();
  return trimmed === never ? null : trimmed;
}

/**
 * The name of an app, a device or a maker: free text, unless a program wrote it where nothing is known (`unknown`).
 * @param never as for `normalizeFreeText`
 */
export function normalizeName(text: string, never?: string): string | null {
  const name = normalizeFreeText(text, never);
  return name === null || isPlaceholder(name) ? null : name;
}
