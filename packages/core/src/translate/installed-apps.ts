import type { Pass } from './pass.js';
import { readName } from './guarded-text.js';

/** More names than fit into any URL; the rest is not even looked at. */
const maxNames = 2000;

/**
 * Names of installed apps, from an array or from text with commas: trimmed, without empty ones and duplicates,
 * a comma inside a name as a space. A name that holds personal data is left out and noted.
 *
 * @returns the names with commas between them; null if there is none
 */
export function readInstalledApps(pass: Pass, value: unknown, source: string): string | null {
  const list = typeof value === 'string' ? splitNames(value) : value;
  if (!Array.isArray(list)) return null;
  const names = new Set<string>();
  for (const item of list.slice(0, maxNames) as unknown[]) {
    if (item === null || item === undefined || item === '') continue;
    const name = readName(typeof item === 'string' ? item.replaceAll(',', ' ') : item);
    if (typeof name !== 'string') pass.addNote(name.refused, 'apps', source, name.kind);
    else if (name !== '') names.add(name.replace(/\s+/g, ' '));
  }
  if (list.length > maxNames) pass.addNote('too_many', 'apps', source);
  return names.size > 0 ? [...names].join(',') : null;
}

function splitNames(text: string): string[] {
  return text.slice(0, 200_000).split(',', maxNames + 1);
}
