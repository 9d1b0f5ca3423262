import { fields } from './fields.js';

/** The field, or the fields, of the form that a setting of the core is filled in by; null if there is none. */
export function fieldName(path: string): string | null {
  const found = fields.filter(({ setting }) => setting === path || setting.startsWith(`${path}.`));
  return found.length === 0 ? null : found.map(({ label, key }) => `"${label}" (${key})`).join(' or ');
}
