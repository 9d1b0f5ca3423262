import { readFreeText } from '../normalize/free-text.js';
import type { Reader, Run } from './pass.js';
import { unusable, type Refusal } from './refusal.js';

/** More names than fit into any URL; the rest is not even looked at. */
const maxNames = 2000;

/**
 * Names of installed apps, from an array or from text with commas: trimmed, without empty ones and duplicates,
 * a comma inside a name as a space. A name that holds personal data is left out and noted.
 */
export const installedAppsReader: Reader<readonly string[], Run> = { read: readInstalledApps };

function readInstalledApps(value: unknown, run: Run, source: string): readonly string[] | Refusal {
  const list = typeof value === 'string' ? splitNames(value) : value;
  if (!Array.isArray(list)) return unusable;
  const names = new Set<string>();
  for (const item of list.slice(0, maxNames) as unknown[]) {
    if (item === null || item === undefined || item === '') continue;
    const name = readFreeText(typeof item === 'string' ? item.replaceAll(',', ' ') : item);
    if (typeof name !== 'string') run.note(name.refused, 'apps', source);
    else if (name !== '') names.add(name.replace(/\s+/g, ' '));
  }
  if (list.length > maxNames) run.note('too_many', 'apps', source);
  return names.size > 0 ? [...names] : unusable;
}

function splitNames(text: string): string[] {
  return text.slice(0, 200_000).split(',', maxNames + 1);
}
