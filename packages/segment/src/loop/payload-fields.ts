import type { Fields } from './core';
import { isChoice } from './fields';

/**
 * What Segment's mapping made of an event, as the fields that the core takes.
 *
 * @param type `track`, `screen`, `page` or `identify`
 * @param payload the mapped fields under the names of the core's table; it is not changed
 */
export function payloadFields(type: string, payload: object): Fields {
  const fields: Record<string, unknown> = { ...payload };
  for (const [name, value] of Object.entries(fields)) {
    if (isChoice(name, value)) fields[name] = Object.values(value).find(isPresent);
    // Segment makes a list of the one text that names all installed apps.
    else if (Array.isArray(value) && value.length === 1) fields[name] = (value as readonly unknown[])[0];
  }
  return { ...fields, type };
}

/** Whether a source has a value, as the core sees it: SDKs send `''` and `null` for what they don't know. */
function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');
}
