import { isCnpj } from '../../normalize/national-id/check-digits.js';
import { documents } from '../../normalize/national-id/documents.js';

const writtenRows = documents.flatMap((row) =>
  row.written === undefined
    ? []
    : [{ ...row, pattern: new RegExp(`(?:^|[^A-Z0-9.])(${row.written.source})(?![A-Z0-9]|[.-]\\d)`, 'i') }],
);

const names = documents
  .filter(({ name, isWord }) => name.length > 1 && isWord !== true)
  .map(({ name }) => name.split('').join('\\.?'));

/** A document that the text itself calls one: `DNI 34848988`, `cédula n.º 1234567`, `RG 47.219.085-2`. */
const named = new RegExp(
  `(?:^|[^a-z])(?:${names.join('|')}|c[eé]dula|documento|document|passport|pasaporte|passaporte|identidad)` +
    `(?:[^a-z0-9]{0,4}(?:n|no|nro|num|numero|número|number|es|is|é)(?![a-z]))?[^a-z0-9]{0,5}[a-z]{0,3}\\d(?:[.\\- ]?\\d){4}`,
  'i',
);

/** The same with the name behind: `34.848.988 (DNI)`. Fewer digits may be counted in what reads like a document. */
const namedBehind = new RegExp(`\\d(?:[.\\- ]?\\d){6,12}(?:-?k)?[^a-z0-9]{0,3}(?:${names.join('|')})(?![a-z])`, 'i');

/** A DNI or a cédula with dots, and nothing else. A number that ends in two zeros is an amount. */
const dotted = /^(?:\d{1,2}\.\d{3}\.\d{3}|\d\.\d{3}\.\d{3}\.\d{3}|\d\.\d{3}\.\d{3}-\d)$/;

const bareRows = documents.filter(({ isFoundBare }) => isFoundBare === true);

/**
 * Whether a text holds the number of a document in a form that only documents have, or that it calls one.
 *
 * @param isSerial whether the key is that of numbers of things: some codes look like documents
 */
export function holdsWrittenDocument(text: string, isSerial: boolean): boolean {
  for (const { pattern, isLikeCodes, isChecked, isValid } of writtenRows) {
    if (isSerial && isLikeCodes === true) continue;
    const [, found] = pattern.exec(text) ?? [];
    if (found === undefined) continue;
    if (isChecked !== true || found.includes('.') || isValid?.(found.replace(/[^A-Z0-9]/gi, '').toUpperCase()) === true)
      return true;
  }
  return named.test(text) || namedBehind.test(text);
}

/**
 * A DNI with dots inside a longer text: of eight digits, because seven are mostly an amount there. What is counted in
 * a plural (`46.654.581 habitantes`), a currency or a percentage is an amount.
 */
const dottedInText =
  /(?:^|[^\d.,$€£\w])(\d{2}\.\d{3}\.\d{3})(?![.,]?\d|\s{0,2}(?:%|€|\$|[A-Z]{3}(?![A-Za-z])|(?:de )?[a-záéíóúñãõç]{2,20}s(?![a-záéíóúñãõç])|km|m2))/;

const currencyBefore = /(?:\$|€|£|\b(?:[A-Z]{3}|Gs|Bs|S\/))[.\s]{0,2}\d{2}\.\d{3}\.\d{3}/;

/**
 * Whether a text is or holds a DNI with dots. Under a key of amounts it is an amount: the caller knows.
 * @param isAnyNumber whether the key says nothing at all of the text; else only a DNI of eight digits counts
 */
export function holdsDottedDocument(text: string, isAnyNumber: boolean): boolean {
  if (isAnyNumber && dotted.test(text)) return !text.endsWith('00');
  const [, found] = dottedInText.exec(text) ?? [];
  return found !== undefined && !found.endsWith('00') && !currencyBefore.test(text);
}

/**
 * Whether digits are a document by their check digits.
 * @param firstGroup how many of them stand together at the start: all, if they are in no groups
 * @param shape the lengths of the groups, such as `2-8-1`
 */
export function isDocumentNumber(digits: string, firstGroup: number, shape: () => string): boolean {
  const { length } = digits;
  const isTogether = firstGroup === length;
  for (const {
    digits: [, count],
    groups = [],
    isValid,
  } of bareRows) {
    if (count !== length || (!isTogether && !groups.some((group) => group.startsWith(`${firstGroup}-`)))) continue;
    if (isValid?.(digits) === true && (isTogether || groups.includes(shape()))) return true;
  }
  // Of numbers of 14 digits one in a hundred passes; a company's first hundred branches are nearly all there are.
  return isTogether && length === 14 && /^00\d\d$/.test(digits.slice(8, 12)) && isCnpj(digits);
}
