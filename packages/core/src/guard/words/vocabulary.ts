import type { PersonalDataKind } from '../../codes/codes.js';
import { datumWords } from './datum-words.js';
import { bareNames, forms, formWords, logins, people, peopleOrThings, personNames } from './name-words.js';
import {
  amountWords,
  factWords,
  neutralWords,
  ownKeyWords,
  pageWords,
  placeWords,
  serialWords,
  serverWords,
  thingWords,
} from './other-words.js';

/** What a word of a key can mean. A word may mean several of these. */
const roleLists = {
  bareName: bareNames,
  personName: personNames,
  person: people,
  login: logins,
  personOrThing: peopleOrThings,
  form: formWords,
  formItself: forms,
  neutral: neutralWords,
  fact: factWords,
  page: pageWords,
  place: placeWords,
  thing: `${thingWords} ${ownKeyWords}`,
  ownKey: ownKeyWords,
  amount: amountWords,
  serial: serialWords,
  server: serverWords,
} as const;

export type Role = keyof typeof roleLists;

/** The datum that a word names. */
interface Datum {
  readonly kind: PersonalDataKind;
  /** Whether it does so in any company, or only in that of words which are known to leave it so. */
  readonly company: 'any' | 'known';
  /** Whether the word means something else as often, so that the value has to look like the datum. */
  readonly isUnsure: boolean;
}

export interface Meaning {
  readonly roles: ReadonlySet<Role>;
  readonly datum: Datum | null;
}

export interface Vocabulary {
  /** By word, and by phrase with a space between its words. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Words by their first two letters, the longest first: what keys written together are split with. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
}

/** Shorter words are found in too many others. */
const minPartLength = 3;

/** Of two letters, these alone: `userid`, `nomedocliente`, `mobileno`. */
const shortParts = ['id', 'no', 'de', 'do', 'da', 'my', 'mi', 'ip', 'of', 'on'];

let vocabulary: Vocabulary | undefined;

/** Built at its first use, so that importing the core costs nothing. */
export function theVocabulary(): Vocabulary {
  return (vocabulary ??= build());
}

function build(): Vocabulary {
  const meanings = new Map<string, { roles: ReadonlySet<Role>; datum: Datum | null }>();
  // Most words have one role, so they share its set: a set of its own for each would be half the time of this function.
  for (const role of Object.keys(roleLists) as Role[]) {
    const roles: ReadonlySet<Role> = new Set([role]);
    for (const word of wordsOf(roleLists[role])) {
      const meaning = meanings.get(word);
      if (meaning === undefined) meanings.set(word, { roles, datum: null });
      else meaning.roles = new Set([...meaning.roles, role]);
    }
  }
  const noRoles: ReadonlySet<Role> = new Set();
  const addDatum = (list: string, datum: Datum): void => {
    for (const word of wordsOf(list)) {
      const meaning = meanings.get(word);
      if (meaning === undefined) meanings.set(word, { roles: noRoles, datum });
      else meaning.datum = datum;
    }
  };
  for (const { kind, always, alone = '', unsure = '' } of datumWords) {
    addDatum(unsure, { kind, company: 'known', isUnsure: true });
    addDatum(alone, { kind, company: 'known', isUnsure: false });
    addDatum(always, { kind, company: 'any', isUnsure: false });
  }

  // Adjectives and people have two genders: `completo`, `completa`.
  for (const [word, meaning] of [...meanings]) {
    const other = `${word.slice(0, -1)}a`;
    if (word.endsWith('o') && meaning.datum === null && !meanings.has(other)) meanings.set(other, meaning);
  }

  const parts = new Set(shortParts);
  for (const word of meanings.keys()) {
    for (const part of word.split(' ')) if (part.length >= minPartLength) parts.add(part);
  }
  const byStart = new Map<string, string[]>();
  for (const part of parts) {
    const start = part.slice(0, 2);
    const words = byStart.get(start);
    if (words === undefined) byStart.set(start, [part]);
    else words.push(part);
  }
  for (const words of byStart.values()) words.sort((left, right) => right.length - left.length);
  return { meanings, byStart };
}

function wordsOf(list: string): string[] {
  const words = list.match(/\S+/g) ?? [];
  return words.map((word) => (word.includes('+') ? phraseOf(word.split('+')) : word));
}

/** Words for a number, which phrases have once. */
const numberWords = new Set('number numero num nro nr no'.split(' '));

/** How a phrase is looked up: its words with spaces, those for a number all the same. */
export function phraseOf(words: readonly string[]): string {
  return words.map((word) => (numberWords.has(word) ? 'number' : word)).join(' ');
}
