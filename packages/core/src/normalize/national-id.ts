/** No national ID is longer, however it is written. In UTF-16 units. */
const maxLength = 64;

/**
 * A national ID (DNI, CPF, RUT, CURP, …) in the form that is hashed: its digits. Dots, dashes and a letter as check
 * digit go. Source: Loop's guide on contact data.
 *
 * @returns null if there is no digit, or if the text is no document: an e-mail address, or too long.
 */
export function normalizeNationalId(text: string): string | null {
  if (text.length > maxLength || text.includes('@')) return null;
  const digits = text.replace(/\D/g, '');
  return digits === '' ? null : digits;
}
