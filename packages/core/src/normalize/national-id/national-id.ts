import { withAsciiDigits } from '../ascii-digits.js';
import { isNif } from './check-digits.js';
import { documents, type DocumentType } from './documents.js';

/** No national ID is longer, however it is written. In UTF-16 units. */
const maxLength = 64;

/** Fewer digits are no document's: a version, a year. */
const minDigits = 5;

/** A national ID in the form that is hashed. */
export interface NationalId {
  readonly digits: string;
}

/** Words that people write between a document's name and its number: `DNI n.º 34.848.988`. */
const numberWord = '(?:n(?:[o°º]|ro|um|umero|úmero)?[.°ºo]{0,2})?';

/** A document's name before its number, with or without dots between the letters: `C.C.`, `V-`, `Documento:`. */
const nameBefore = new RegExp(
  `^(?:${documents.map(({ name }) => name.split('').join('\\.?')).join('|')}|documento|c[eé]dula|id)` +
    `(?=[^a-z])[\\s.:#-]{0,4}${numberWord}[\\s.:#-]{0,4}(?=\\d)`,
  'i',
);

/** Digits, and the marks that documents are written with. */
const digitsAndMarks = /^\d(?:[\s.,/-]{0,3}\d)*$/;

/** Letters and digits as a document has them; `contract_v2.pdf` and `Guia 2024` are none. */
const lettersAndDigits = /^[A-ZÑ&]{0,4}[\s.-]?\d[\dA-ZÑ./-]*$/i;

/**
 * The normal form of a national ID (DNI, CPF, RUT, …), which is hashed: its digits alone, those of any script. A
 * spreadsheet's `.0` and the document's own name before the digits come off; a CPF gets the zeros back that a spreadsheet
 * took. Source: Loop's guide on contact data, and the table of documents.
 *
 * @param key the key that the value stood under, if it is known: `cpf`
 * @returns `ambiguous` for a document whose letters carry the identity (a CURP, a passport, a RUT ending in K): in
 * digits it would meet somebody else's; null for what is no document: fewer than five digits, digits inside other text.
 *
 * @example normalizeNationalId('34.848.988', 'dni') // { digits: '34848988' }
 */
export function normalizeNationalId(text: string, key: string | null = null): NationalId | 'ambiguous' | null {
  if (text.length > maxLength) return null;
  const plain = withAsciiDigits(text)
    .trim()
    .replace(/^'/, '')
    .replace(/^(\d+)\.0+$/, '$1');
  const number = plain.replace(nameBefore, '').trim();
  if (digitsAndMarks.test(number)) return usableDigits(number.replace(/\D/g, ''), rowOf(key));
  const compact = number.replace(/[^A-ZÑ0-9]/gi, '');
  if (isNif(compact) && /^\d{8}/.test(compact)) return { digits: compact.slice(0, 8) };
  return isLettered(number, compact) ? 'ambiguous' : null;
}

function usableDigits(digits: string, row: DocumentType | undefined): NationalId | null {
  // One digit alone is what people type to get past a form.
  if (digits.length < minDigits || /^(\d)\1*$/.test(digits)) return null;
  return { digits: row?.padded === true ? digits.padStart(row.digits[1], '0') : digits };
}

function isLettered(number: string, compact: string): boolean {
  const count = compact.replace(/\D/g, '').length;
  return count >= minDigits && compact.length <= 20 && lettersAndDigits.test(number);
}

function rowOf(key: string | null): DocumentType | undefined {
  if (key === null) return undefined;
  const word = key.toLowerCase();
  return documents.find(({ keys }) => keys.split(' ').includes(word));
}
