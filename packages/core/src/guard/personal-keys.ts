import { addresses, alwaysPersonal, facts, mobiles, names, numbers, places, stems, things } from './personal-words.js';

/** Longer keys are no names of properties; they are cut before they are looked at. In UTF-16 units. */
const maxLength = 256;

type Words = Readonly<Record<keyof typeof lists, ReadonlySet<string>>>;

const lists = { addresses, alwaysPersonal, facts, mobiles, names, numbers, places, things };

let words: Words | undefined;

/** Built at the first use, so that importing the core costs nothing. */
function wordSets(): Words {
  words ??= Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, new Set(list)])) as unknown as Words;
  return words;
}

/**
 * Whether a key names personal data: contact data, a person's name, a street address, a document, a secret,
 * a card, a date of birth; in English, Spanish or Portuguese, in any case style.
 * In doubt the answer is yes: what is left out is noted, and `allow` lets it through.
 */
export function namesPersonalData(key: string): boolean {
  const parts = splitWords(key.slice(0, maxLength));
  if (parts.length === 0) return false;
  const sets = wordSets();
  if (parts.length > 1 && sets.facts.has(parts[parts.length - 1] ?? '')) return false;

  const has = (set: ReadonlySet<string>): boolean => parts.some((part) => set.has(part));
  if (has(sets.alwaysPersonal)) return true;
  if (has(sets.names) && !has(sets.things)) return true;
  if (has(sets.addresses) && !has(sets.places)) return true;
  if (has(sets.mobiles) && parts.every((part) => sets.mobiles.has(part) || sets.numbers.has(part))) return true;
  return stems.test(parts.join(''));
}

/** `customerEMail_1` → customer, email, 1 without its digit. `e-mail` is one word. */
function splitWords(key: string): string[] {
  return key
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(^|[^a-z])e[^a-z]?mail/g, '$1email')
    .split(/[^a-z]+/)
    .filter((part) => part !== '');
}
