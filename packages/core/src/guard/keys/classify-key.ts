import type { PersonalDataKind } from '../../codes/codes.js';
import type { Role } from '../words/vocabulary.js';
import type { Numbers } from '../values/find-in-text.js';
import { readWords, type KeyWord } from './read-words.js';

/**
 * How sure a key is of the datum that it names: every value that can be one is held back (`named`); only one that
 * looks like one (`fact`: `phone_model`, `seller_name`); only one in the form of a person's name or a word that is no
 * more than a status (`person`: `customer`, `guest`).
 */
export type Sureness = 'named' | 'fact' | 'person';

interface Candidate {
  readonly kind: PersonalDataKind;
  readonly sureness: Sureness;
  /** What stands beside it decides: `name` next to `sku` is a product's. */
  readonly unlessOfThing: boolean;
}

export interface KeyMeaning {
  readonly candidates: readonly Candidate[];
  /** What the key says about numbers under it. */
  readonly numbers: Numbers;
  /** What the key says about a `name` beside it. */
  readonly beside: 'person' | 'thing' | 'nothing';
  /** What the key says about a `name` below it. */
  readonly below: 'person' | 'name' | 'form' | 'thing' | 'nothing';
  /** Says nothing itself (`data`, `value`, `0`), so that what it stands in counts for what stands in it. */
  readonly isNeutral: boolean;
}

/** The meaning of the root, above all keys. */
export function rootMeaning(ofPerson: boolean): KeyMeaning {
  return {
    candidates: [],
    numbers: 'any',
    beside: 'nothing',
    below: ofPerson ? 'person' : 'nothing',
    isNeutral: false,
  };
}

/** What a key means inside of what it stands in. */
export function classifyKey(key: string, parent: KeyMeaning): KeyMeaning {
  const words = readWords(key);
  const has = (role: Role): boolean => words.some((word) => means(word, role));
  const isNeutral = words.every((word) => isSaidOfAnything(word));
  const datums = datumCandidates(words);
  const names = nameCandidates(words, parent);
  const isSaid = [...datums, ...names].some(({ sureness }) => sureness !== 'fact');
  const inherited = isSaid ? [] : inheritedCandidates(words, parent, isNeutral);
  const candidates = [...datums, ...names, ...inherited];
  return {
    candidates,
    numbers: has('amount') ? 'amounts' : has('serial') ? 'serials' : isNeutral ? parent.numbers : 'some',
    beside: candidates.some(tellsOfPerson) ? 'person' : has('ownKey') ? 'thing' : 'nothing',
    below: below(words, parent, isNeutral),
    isNeutral,
  };
}

function means({ meaning }: KeyWord, role: Role): boolean {
  return meaning?.roles.has(role) ?? false;
}

/** Neither a datum nor a thing nor a fact: `number`, `my`, `billing`, a digit. */
function isSaidOfAnything(word: KeyWord): boolean {
  return means(word, 'neutral') || means(word, 'form') || word.text.length === 1 || /^\d*$/.test(word.text);
}

function isUnknown(word: KeyWord): boolean {
  return word.text.length > 1 && (word.meaning === null || isPartOnly(word.meaning)) && !/^\d+$/.test(word.text);
}

function isPartOnly({ roles, datum }: NonNullable<KeyWord['meaning']>): boolean {
  return roles.size === 0 && datum === null;
}

function isOfPerson(word: KeyWord): boolean {
  return means(word, 'person') || means(word, 'login') || means(word, 'personName');
}

/** A word that may stand beside one that names a datum only `alone`. */
function isCompany(word: KeyWord): boolean {
  return (
    isSaidOfAnything(word) ||
    isOfPerson(word) ||
    means(word, 'personOrThing') ||
    means(word, 'bareName') ||
    means(word, 'fact') ||
    (word.meaning?.datum !== null && word.meaning?.datum !== undefined)
  );
}

function isFact(word: KeyWord): boolean {
  return means(word, 'fact') && !isOfPerson(word);
}

function datumCandidates(words: readonly KeyWord[]): Candidate[] {
  const found: Candidate[] = [];
  words.forEach((word, index) => {
    const datum = word.meaning?.datum ?? null;
    if (datum === null) return;
    const others = words.filter((other) => other !== word);
    const isKnown = datum.company === 'any' || others.every(isCompany);
    // A secret shows by its value, too.
    if (!isKnown && datum.kind !== 'password' && datum.kind !== 'token') return;
    // `cell_id` is a tower's, `run_order` nobody's.
    if (datum.company === 'known' && others.some((other) => means(other, 'serial'))) return;
    const isFreed = !isKnown || datum.isUnsure || isFreedBy(datum.kind, words, index);
    if (datum.kind === 'ip' && others.some((other) => means(other, 'server'))) return;
    found.push({
      kind: datum.kind,
      sureness: isFreed ? 'fact' : 'named',
      unlessOfThing: datum.kind === 'sensitive' && datum.isUnsure,
    });
  });
  return found;
}

/** Places leave of an address or a birth what is no datum any more, if they stand last: `address_country`. */
function isFreedBy(kind: PersonalDataKind, words: readonly KeyWord[], index: number): boolean {
  if (kind === 'sensitive') return words.some((word) => means(word, 'page'));
  if (words.some((word, other) => other !== index && isFact(word))) return true;
  if (kind !== 'address' && kind !== 'birth_date') return false;
  const last = words.filter((word) => !means(word, 'bareName')).pop();
  return last !== undefined && last !== words[index] && means(last, 'place');
}

function nameCandidates(words: readonly KeyWord[], parent: KeyMeaning): Candidate[] {
  const named = (sureness: Sureness, unlessOfThing = false): Candidate[] => [{ kind: 'name', sureness, unlessOfThing }];
  const factBehind = (index: number): boolean => words.slice(index + 1).some(isFact);

  const own = words.findIndex((word) => means(word, 'personName'));
  if (own !== -1) return named(factBehind(own) ? 'fact' : 'named');

  const bare = words.findIndex((word) => means(word, 'bareName'));
  if (bare !== -1) return nameCandidatesOf(words, bare, parent, named, factBehind);

  // `name: { first: … }`, `customer: { full: … }`
  if (words.length > 0 && words.every(isSaidOfAnything) && words.some((word) => means(word, 'form'))) {
    if (parent.below === 'name' || parent.below === 'person' || parent.below === 'form') return named('named');
    return [];
  }

  const last = words.length - 1;
  const person = words.findIndex((word) => isOfPerson(word) || means(word, 'personOrThing'));
  if (person === -1) return [];
  const word = words[person] as KeyWord;
  const behind = words.slice(person + 1);
  const isLast = person === last || behind.every(isBehindPerson);
  if (!isLast) return [];
  if (words.some(isFact)) return named('fact');
  if (!isOfPerson(word)) return named('fact');
  return named(means(word, 'login') ? 'named' : 'person');
}

function isOfCardOrAccount({ meaning }: KeyWord): boolean {
  return meaning?.datum?.kind === 'card' || meaning?.datum?.kind === 'bank_account';
}

/** What may stand behind a person without making another thing of it: `passenger_1`, `titular_tarjeta`, `contact_person`. */
function isBehindPerson(word: KeyWord): boolean {
  return isSaidOfAnything(word) || isOfPerson(word) || means(word, 'personOrThing') || isOfCardOrAccount(word);
}

function nameCandidatesOf(
  words: readonly KeyWord[],
  bare: number,
  parent: KeyMeaning,
  named: (sureness: Sureness, unlessOfThing?: boolean) => Candidate[],
  factBehind: (index: number) => boolean,
): Candidate[] {
  const others = words.filter((word, index) => index !== bare && !isSaidOfAnything(word));
  const sureness: Sureness = factBehind(bare) ? 'fact' : 'named';
  if (others.some(isOfPerson)) return named(sureness);
  const either = others.find((word) => means(word, 'personOrThing'));
  if (either !== undefined) return named(words.length === 2 && words[0] === either ? 'fact' : sureness);
  // On a card or an account the name is its holder's, but a card of a game has one too.
  if (others.length > 0 && others.every(isOfCardOrAccount)) return named('fact');
  const isFactBehind = factBehind(bare) && others.every((word) => isFact(word) && !means(word, 'thing'));
  if (others.length > 0) return isFactBehind ? named('fact') : [];
  if (words.some((word) => means(word, 'form'))) return named('named');
  if (parent.below === 'thing') return [];
  return named('named', parent.below !== 'person' && parent.below !== 'name');
}

function inheritedCandidates(words: readonly KeyWord[], parent: KeyMeaning, isNeutral: boolean): readonly Candidate[] {
  if (isNeutral) return parent.candidates;
  const frees = words.some((word) => means(word, 'fact') || means(word, 'place'));
  return parent.candidates
    .filter(({ kind }) => kind !== 'name' || (parent.below === 'name' && words.every(isUnknown)))
    .map((candidate) =>
      frees && candidate.kind !== 'sensitive' ? { ...candidate, sureness: 'fact' as const } : candidate,
    );
}

/** Says whose name a name beside it is. */
function tellsOfPerson({ kind, sureness, unlessOfThing }: Candidate): boolean {
  if (sureness !== 'named' || unlessOfThing) return false;
  return ['email', 'phone', 'name', 'address', 'document', 'birth_date'].includes(kind);
}

function below(words: readonly KeyWord[], parent: KeyMeaning, isNeutral: boolean): KeyMeaning['below'] {
  if (isNeutral) return words.some((word) => means(word, 'form')) ? 'form' : parent.below;
  if (words.some((word) => means(word, 'bareName') || means(word, 'personName'))) return 'name';
  if (words.some((word) => means(word, 'formItself'))) return 'form';
  if (words.some((word) => isOfPerson(word) || means(word, 'personOrThing'))) return 'person';
  return words.some((word) => means(word, 'thing')) ? 'thing' : 'nothing';
}
