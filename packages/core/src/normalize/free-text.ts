import { isPlaceholder } from './placeholder.js';

/** Longer text is no name of an app or a device, and would fill the URL. In UTF-16 units. */
const maxLength = 255;

/**
 * Text that goes out as it is, trimmed. Whether personal data stands in it is the guard's to say.
 *
 * @returns null if it is too long
 */
export function normalizeFreeText(text: string): string | null {
  if (text.length > maxLength) return null;
  return text.trim();
}

/**
 * The name of an app, a device or a maker: free text, unless a program wrote it where nothing is known (`unknown`).
 */
export function normalizeName(text: string): string | null {
  const name = normalizeFreeText(text);
  return name === null || isPlaceholder(name) ? null : name;
}
