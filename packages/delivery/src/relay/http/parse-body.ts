import { Refusal } from './refusal.js';

/** A number of sixteen digits or more, where a number may stand. Most bodies have none. */
const mayBeInexact = /[[:,]\s*-?\d{16}/;

/** Texts, which stay as they are, and numbers. */
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;

const longWholeNumber = /^-?[1-9]\d{15,}$/;

/**
 * Parses JSON. A whole number beyond 2^53 becomes text with all its digits: as a number it would be another one, and an
 * order or a person with another ID.
 *
 * @param bytes in UTF-8
 * @throws Refusal
 */
export function parseBody(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(mayBeInexact.test(text) ? text.replace(textOrNumber, keepDigits) : text) as unknown;
  } catch {
    throw new Refusal('unreadable_body');
  }
}

function keepDigits(found: string): string {
  return longWholeNumber.test(found) && !Number.isSafeInteger(Number(found)) ? `"${found}"` : found;
}
