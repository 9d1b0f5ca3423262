import type { Fields } from './core';

/**
 * What Segment's mapping made of an event, as the fields that the core takes. A field that has several values keeps
 * them all: see `buildOutcome`.
 *
 * @param type `track`, `screen`, `page` or `identify`
 * @param payload the mapped fields under the names of the core's table; it is not changed
 */
export function payloadFields(type: string, payload: object): Fields {
  const fields: Record<string, unknown> = { ...payload };
  for (const [name, value] of Object.entries(fields)) {
    // Segment makes a list of the one text that names all installed apps.
    if (Array.isArray(value) && value.length === 1) fields[name] = (value as readonly unknown[])[0];
  }
  return { ...fields, type };
}
