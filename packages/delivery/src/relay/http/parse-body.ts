import { withExactNumbers } from '@loop-adapters/core';
import { Refusal } from './refusal.js';

/**
 * Parses JSON. A whole number beyond 2^53 becomes text with all its digits: as a number it would be another one, and an
 * order or a person with another ID.
 *
 * @param bytes in UTF-8
 * @throws Refusal
 */
export function parseBody(bytes: Buffer): unknown {
  try {
    return JSON.parse(withExactNumbers(bytes.toString('utf8'))) as unknown;
  } catch {
    throw new Refusal('unreadable_body');
  }
}
