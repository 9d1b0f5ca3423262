/** Forms that only documents have: CPF, CNPJ, RUT, CUIT/CUIL, SSN, CURP. */
const written =
  /(?:^|\D)(?:\d{3}\.\d{3}\.\d{3}-\d{2}|\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}|\d{1,2}\.\d{3}\.\d{3}-[\dk]|\d{2}-\d{8}-\d|\d{3}-\d{2}-\d{4})(?![\da-z])/i;

const curp = /(?:^|[^a-z0-9])[a-z]{4}\d{6}[hm][a-z]{5}[a-z0-9]\d(?![a-z0-9])/i;

/** A DNI or cédula with dots (34.848.988). After a currency sign it is an amount, and a decimal comma makes it one. */
const dotted = /(?:^|[^\d.,$€£\s]|[^\d.,$€£]\s{1,3})(?:\d{1,2}\.\d{3}\.\d{3}|\d\.\d{3}\.\d{3}\.\d{3})(?![\d,]|\.\d)/;

/** A document that the text itself calls one: "DNI 34848988", "cédula n.º 1234567". */
const named =
  /(?:^|[^a-z])(?:dni|cpf|rut|run|cuit|cuil|curp|rfc|ssn|cedula|cédula|documento|document|passport|pasaporte|passaporte)(?:[^a-z0-9]{0,4}(?:n|no|nro|num|numero|número|number|es|is|é)\b)?[^a-z0-9]{0,5}[a-z]{0,3}\d[\d.\- ]{3,}\d/i;

const elevenDigits = /(?:^|[^\d.,])(\d{3} ?\d{3} ?\d{3}[ -]?\d{2})(?![\d.,]\d|\d)/g;
const rut = /(?:^|[^\d.,-])(\d{7,8})-([\dk])(?![\da-z-])/gi;

/**
 * Whether a text holds the number of a person's document. Bare digits count only if their check digits
 * are those of a CPF: other documents without marks can't be told from order numbers.
 */
export function holdsDocumentNumber(text: string): boolean {
  if (written.test(text) || dotted.test(text) || curp.test(text) || named.test(text)) return true;
  for (const [, digits = ''] of text.matchAll(elevenDigits)) if (isCpf(digits.replace(/\D/g, ''))) return true;
  for (const [, digits = '', check = ''] of text.matchAll(rut))
    if (rutCheck(digits) === check.toLowerCase()) return true;
  return false;
}

/** CPF: two check digits, modulo 11. Eleven equal digits pass the arithmetic but are never issued. */
function isCpf(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits)) return false;
  return cpfCheck(digits, 9) === digits.charAt(9) && cpfCheck(digits, 10) === digits.charAt(10);
}

function cpfCheck(digits: string, length: number): string {
  let sum = 0;
  for (let index = 0; index < length; index++) sum += Number(digits.charAt(index)) * (length + 1 - index);
  return String(((sum * 10) % 11) % 10);
}

/** RUT: one check digit, modulo 11, weights 2 to 7 from the right; 10 is written K. */
function rutCheck(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    sum += Number(digits.charAt(digits.length - 1 - index)) * ((index % 6) + 2);
  }
  const check = 11 - (sum % 11);
  return check === 11 ? '0' : check === 10 ? 'k' : String(check);
}
