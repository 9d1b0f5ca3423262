import { wireParameters } from '../table/table.js';

const names: readonly string[] = wireParameters.map(({ name }) => name);

/** Loop's parameters that may be any text, so that the guard has to look at them. */
export const freeTextParameters: readonly string[] = wireParameters
  .filter(({ form }) => form === 'free_text' || form === 'names')
  .map(({ name }) => name);

/** Parameters in the order of the documented request: Loop's own by the table, then `value[…]` as they came. */
export function inWireOrder(params: Readonly<Record<string, string>>): Record<string, string> {
  const ordered: Record<string, string> = {};
  for (const name of names) {
    const value = params[name];
    if (value !== undefined) ordered[name] = value;
  }
  for (const [name, value] of Object.entries(params)) ordered[name] = value;
  return ordered;
}

const beforeSourceHash: ReadonlySet<string> = new Set(names.slice(0, names.indexOf('source_hash')));

/** Whether a parameter stands behind the source hash in the documented request: `uid`, `device_type`, `value[…]`. */
export function isAfterSourceHash(name: string): boolean {
  return !beforeSourceHash.has(name);
}
