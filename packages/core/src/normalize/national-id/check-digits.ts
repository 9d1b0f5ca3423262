/** Check digits of documents and accounts. Each takes what its name says and nothing else: digits, no marks. */

/** The sum of the first characters times their weights; a letter counts as its code minus 48, as a digit does. */
function weightedSum(text: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++)
    sum += (weights[index] as number) * (text.charCodeAt(index) - 48);
  return sum;
}

const allEqual = /^(\d)\1*$/;

/** CPF (Brazil, 11 digits): two check digits, modulo 11. Eleven equal digits pass the arithmetic but are never issued. */
export function isCpf(digits: string): boolean {
  if (digits.length !== 11 || allEqual.test(digits)) return false;
  const first = ((weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
  const second = ((weightedSum(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
  return first === digits.charCodeAt(9) - 48 && second === digits.charCodeAt(10) - 48;
}

/**
 * CNPJ (Brazil, 14 characters): two check digits, modulo 11, of characters that count as their code minus 48; since July
 * 2026 the first twelve may be letters. Source: Receita Federal, Instrução Normativa 2.229/2024.
 */
export function isCnpj(text: string): boolean {
  if (!/^[0-9A-Z]{12}\d{2}$/.test(text) || allEqual.test(text)) return false;
  const check = (sum: number): number => (sum % 11 < 2 ? 0 : 11 - (sum % 11));
  const first = check(weightedSum(text, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  const second = check(weightedSum(text, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]));
  return first === text.charCodeAt(12) - 48 && second === text.charCodeAt(13) - 48;
}

/** CUIT and CUIL (Argentina, 11 digits): a prefix for the kind of person, one check digit, modulo 11. */
export function isCuit(digits: string): boolean {
  if (!/^(?:20|2[3-7]|3[034])\d{9}$/.test(digits)) return false;
  const check = 11 - (weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (check === 11 ? 0 : check === 10 ? 9 : check) === digits.charCodeAt(10) - 48;
}

const nifLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** NIF and NIE (Spain): 8 digits, or X, Y or Z and 7, then a letter that the rest gives, modulo 23. */
export function isNif(text: string): boolean {
  const [, first, rest = '', letter = ''] = /^([XYZ]?)(\d{7,8})([A-Z])$/i.exec(text) ?? [];
  if (first === undefined || (first + rest).length !== 8) return false;
  const digits = `${first === '' ? '' : String('XYZ'.indexOf(first.toUpperCase()))}${rest}`;
  return nifLetters.charAt(Number(digits) % 23) === letter.toUpperCase();
}

/** IBAN: the country's letters count 10 to 35, and the whole is 1 modulo 97. Source: ISO 13616. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{10,30}$/i.test(text)) return false;
  const moved = text.slice(4) + text.slice(0, 4);
  let rest = 0;
  for (const character of moved) rest = Number(`${rest}${parseInt(character, 36)}`) % 97;
  return rest === 1;
}

/** CBU and CVU (Argentina, 22 digits): two blocks with a check digit each. */
export function isCbu(digits: string): boolean {
  if (!/^\d{22}$/.test(digits) || allEqual.test(digits)) return false;
  const bank = (10 - (weightedSum(digits, [7, 1, 3, 9, 7, 1, 3]) % 10)) % 10;
  const account = (10 - (weightedSum(digits.slice(8), [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3]) % 10)) % 10;
  return bank === digits.charCodeAt(7) - 48 && account === digits.charCodeAt(21) - 48;
}

/** CLABE (Mexico, 18 digits): one check digit. Whether the bank exists is not looked at here. */
export function isClabe(digits: string): boolean {
  if (!/^\d{18}$/.test(digits)) return false;
  const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7];
  return (10 - (weightedSum(digits, weights) % 10)) % 10 === digits.charCodeAt(17) - 48;
}

/** Luhn's check, the check digit last. Source: ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const weighted = index % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
