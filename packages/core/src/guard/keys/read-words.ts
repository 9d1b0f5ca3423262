import { phraseOf, theVocabulary, type Meaning } from '../words/vocabulary.js';
import { splitKey } from './split-key.js';

/** A word or a phrase of a key, and what it means; null if the vocabulary doesn't know it. */
export interface KeyWord {
  readonly text: string;
  readonly meaning: Meaning | null;
}

const connectors = new Set('de do da del dos das of the la el los las y e and for on en em con'.split(' '));

/** The longest phrase of the vocabulary, in words. */
const maxPhrase = 3;

/** The words of a key, the vocabulary's phrases put together: `date_of_birth` is one. */
export function readWords(key: string): KeyWord[] {
  const { meanings } = theVocabulary();
  const words = splitKey(key).filter((word) => !connectors.has(word));
  const read: KeyWord[] = [];
  for (let from = 0; from < words.length;) {
    let length = Math.min(maxPhrase, words.length - from);
    let text = phraseOf(words.slice(from, from + length));
    while (length > 1 && !meanings.has(text)) text = phraseOf(words.slice(from, from + --length));
    read.push({ text, meaning: meanings.get(text) ?? null });
    from += length;
  }
  return read;
}
