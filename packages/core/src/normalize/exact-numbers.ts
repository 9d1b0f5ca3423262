/** A number of sixteen digits or more, where a number may stand. Most texts have none. */
const mayBeInexact = /(?:^|[[:,])\s*-?\d{16}/;

/** Texts, which stay as they are, and numbers. */
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;

const longWholeNumber = /^-?[1-9]\d{15,}$/;

/**
 * JSON in which a whole number beyond 2^53 is a text with all its digits: as a number it would be another one, and an
 * order or a person with another ID. To be called before `JSON.parse`.
 *
 * @param json in one piece; what is no JSON comes back as something that is none either
 * @example withExactNumbers('{"order":90071992547409931}') // '{"order":"90071992547409931"}'
 */
export function withExactNumbers(json: string): string {
  return mayBeInexact.test(json) ? json.replace(textOrNumber, keepDigits) : json;
}

function keepDigits(found: string): string {
  return longWholeNumber.test(found) && !Number.isSafeInteger(Number(found)) ? `"${found}"` : found;
}
