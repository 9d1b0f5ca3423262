import type { PersonalDataKind } from '../codes/codes.js';
import { classifyKey, rootMeaning, type KeyMeaning } from './keys/classify-key.js';
import { isNamedDatum } from './keys/named-value.js';
import { decodedTexts } from './values/base64.js';
import { holdsEmailAddress } from './values/email-in-text.js';
import { findByForm, type Numbers } from './values/find-in-text.js';
import { colonPairs, elementPairs, queryPairs, quotedPairs, type TextPair } from './values/pairs-in-text.js';
import { isPlainText } from './values/plain-text.js';
import { readingsOf } from './values/readings.js';

/** What is known of a key in what it stands in: known once, because an app sends the same few keys all the time. */
export interface GuardedKey {
  readonly meaning: KeyMeaning;
  /** The key and those above it with `_` between them, in the letters that Loop's keys have: `shipping_city`. */
  readonly name: string;
  /** The setting \`allow\` names it, or one above it: its values may be anything but e-mail addresses. */
  readonly isAllowed: boolean;
  /** The kind of personal data that the key itself is (`{ "juan@example.com": 1 }`), or one above it; null if none is. */
  readonly holds: PersonalDataKind | null;
  readonly parent: GuardedKey | null;
  readonly children: Map<string, GuardedKey>;
}

type GuardedScalar = string | number | bigint | boolean;

/**
 * The one guard: looks for personal data in keys and values. It serves the properties and traits of events, requests in
 * Loop's own form, the free-text parameters and the check of requests.
 */
export interface Guard {
  /** What keys stand in: the properties of an event, or the traits of a person. */
  readonly roots: { readonly properties: GuardedKey; readonly traits: GuardedKey };
  /** A key inside of another, or of a root. */
  child(parent: GuardedKey, key: string): GuardedKey;
  /**
   * The kind of personal data that a value is, by its key or by its own form; null if it is none.
   * @param siblings the keys that stand beside it: `name` next to `sku` is a product's
   */
  find(key: GuardedKey, value: GuardedScalar, siblings: readonly string[]): PersonalDataKind | null;
  /** The same for a list: a datum may be split over it. */
  findInList(key: GuardedKey, values: readonly GuardedScalar[], siblings: readonly string[]): PersonalDataKind | null;
  /** The kind of personal data that a text without a key holds. */
  findInText(text: string): PersonalDataKind | null;
}

/** Keys come from outside, so only so many are remembered by one guard. */
const maxRemembered = 2000;

/** Longer keys are cut. In UTF-16 units. */
const maxKeyLength = 256;

/** So many keys say whether they describe a thing. */
const maxSiblings = 100;

/** A key has so many parts at most: `customer.address.street`. Those at its end count. */
const maxParts = 6;

/** JSON in a text in base64 in a text: deeper, it is looked at as text alone. */
const maxLayers = 3;

/** A key of Loop's is not longer. In UTF-16 units. */
const maxNameLength = 128;

/**
 * Makes a guard, with a memory of its own for keys.
 * @param allow keys whose values may be anything but e-mail addresses, as they are or by their whole name
 */
export function createGuard(allow: readonly string[] = []): Guard {
  const allowed = new Set(allow);
  /** Of lists of keys that stand beside each other, whether they describe a thing: found out once for each. */
  const things = new WeakMap<readonly string[], boolean>();
  let remembered = 0;
  const roots = { properties: rootKey(false), traits: rootKey(true) };

  function child(parent: GuardedKey, key: string): GuardedKey {
    const known = parent.children.get(key);
    if (known !== undefined) return known;
    const made = makeKey(parent, key);
    if (remembered < maxRemembered && key.length <= maxKeyLength) {
      remembered++;
      parent.children.set(key, made);
    }
    return made;
  }

  /** A key with dots or brackets (`form.name`, `user[name]`) is a key in a key. */
  function makeKey(parent: GuardedKey, key: string): GuardedKey {
    const cut = key.slice(0, maxKeyLength);
    let { meaning } = parent;
    for (const part of cut.split(/[.[\]/]+/).slice(-maxParts)) if (part !== '') meaning = classifyKey(part, meaning);
    const clean = key.slice(0, maxNameLength).replace(/[^A-Za-z0-9_.-]/g, '_');
    const name = parent.name === '' ? clean : `${parent.name}_${clean}`.slice(0, maxNameLength);
    const isAllowed = parent.isAllowed || allowed.has(key) || allowed.has(name);
    return { meaning, name, isAllowed, holds: parent.holds ?? findInText(cut), parent, children: new Map() };
  }

  function find(key: GuardedKey, value: GuardedScalar, siblings: readonly string[]): PersonalDataKind | null {
    const { candidates, numbers } = key.meaning;
    if (key.isAllowed) return findEmail(String(value));
    const text = String(value);
    const isPlain = isPlainText(text);
    if (isPlain && candidates.length === 0) return null;
    const readings = isPlain ? [text] : readingsOf(text);
    for (const reading of readings) {
      const found = findNamed(key, reading, siblings);
      if (found !== null) return found;
    }
    return isPlain ? null : findInReadings(readings, numbers, 0);
  }

  function findInList(key: GuardedKey, values: readonly GuardedScalar[], siblings: readonly string[]) {
    for (const value of values) {
      const found = find(key, value, siblings);
      if (found !== null) return found;
    }
    if (values.length < 2) return null;
    for (const text of joinedTexts(values, key.meaning.numbers)) {
      const found = key.isAllowed ? findEmail(text) : findInNested(text, key.meaning.numbers, 0);
      if (found !== null) return found;
    }
    return null;
  }

  function findInText(text: string): PersonalDataKind | null {
    return findInNested(text, 'any', 0);
  }

  function findInReadings(readings: readonly string[], numbers: Numbers, layer: number): PersonalDataKind | null {
    for (const reading of readings) {
      const found = findByForm(reading, numbers) ?? findInPairs(reading, layer) ?? findInBase64(reading, layer);
      if (found !== null) return found;
    }
    return null;
  }

  /** What the key says of its values. */
  function findNamed(key: GuardedKey, text: string, siblings: readonly string[]): PersonalDataKind | null {
    for (const { kind, sureness, unlessOfThing } of key.meaning.candidates) {
      if (!isNamedDatum(kind, sureness, text)) continue;
      if (unlessOfThing && key.parent !== null && isOfThing(key.parent, siblings)) continue;
      return kind;
    }
    return null;
  }

  /** Whether what stands beside a key makes a thing of what they all describe. A person's word wins. */
  function isOfThing(parent: GuardedKey, siblings: readonly string[]): boolean {
    const known = things.get(siblings);
    if (known !== undefined) return known;
    const beside = new Set(siblings.slice(0, maxSiblings).map((sibling) => child(parent, sibling).meaning.beside));
    const isThing = beside.has('thing') && !beside.has('person');
    things.set(siblings, isThing);
    return isThing;
  }

  function findInPairs(text: string, layer: number): PersonalDataKind | null {
    const first = text.charAt(0);
    if ((first === '{' || first === '[') && layer < maxLayers) {
      const parsed = parseJson(text);
      if (typeof parsed === 'object' && parsed !== null) return findInJson(parsed, layer);
    }
    const pairs = text.includes('=') ? queryPairs(text) : [];
    if (text.includes(':')) pairs.push(...quotedPairs(text));
    if (text.includes('</')) pairs.push(...elementPairs(text));
    const siblings = pairs.map(({ key }) => key);
    for (const pair of pairs) {
      const found = findInPair(pair, siblings);
      if (found !== null) return found;
    }
    return text.includes(':') ? findInWords(text) : null;
  }

  /** A value of one character says nothing: `?zip=1`. */
  function findInPair({ key, value }: TextPair, siblings: readonly string[]): PersonalDataKind | null {
    if (value.length < 2) return null;
    const guarded = child(roots.properties, key);
    // `?name=shoe&sort=asc`: in a query a word in small letters beside others is what somebody looks for.
    const isSought = siblings.length > 1 && value === value.toLowerCase();
    return isSought && guarded.meaning.candidates.every(({ unlessOfThing }) => unlessOfThing)
      ? null
      : findNamed(guarded, value, siblings);
  }

  /** A word and a colon are a title as often as a name, so the value has to look like it. */
  function findInWords(text: string): PersonalDataKind | null {
    for (const { key, value } of colonPairs(text)) {
      for (const { kind, sureness } of child(roots.properties, key).meaning.candidates) {
        if (sureness === 'named' && isNamedDatum(kind, 'fact', value)) return kind;
      }
    }
    return null;
  }

  function findInJson(root: object, layer: number): PersonalDataKind | null {
    const open: { readonly key: GuardedKey; readonly object: object }[] = [{ key: roots.properties, object: root }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { key: parent, object } = next;
      const names = Object.keys(object);
      for (const name of names) {
        const key = Array.isArray(object) ? parent : child(parent, name);
        const value = (object as Record<string, unknown>)[name];
        if (typeof value === 'object' && value !== null) open.push({ key, object: value });
        else if (typeof value === 'string' || typeof value === 'number') {
          const text = String(value);
          const found = findNamed(key, text, names) ?? findInNested(text, key.meaning.numbers, layer + 1);
          if (found !== null) return found;
        }
      }
    }
    return null;
  }

  function findInNested(text: string, numbers: Numbers, layer: number): PersonalDataKind | null {
    return isPlainText(text) ? null : findInReadings(readingsOf(text), numbers, layer);
  }

  function findInBase64(text: string, layer: number): PersonalDataKind | null {
    if (layer >= maxLayers) return null;
    for (const { text: decoded, isWhole } of decodedTexts(text)) {
      const found = isWhole ? findInReadings(readingsOf(decoded), 'any', layer + 1) : null;
      if (found !== null) return found;
      if (holdsEmailAddress(decoded)) return 'email';
    }
    return null;
  }

  return { roots, child, find, findInList, findInText };
}

function rootKey(ofPerson: boolean): GuardedKey {
  return { meaning: rootMeaning(ofPerson), name: '', isAllowed: false, holds: null, parent: null, children: new Map() };
}

/**
 * The texts that a list may be the pieces of. Whole numbers are values of their own as often as pieces, and of many
 * some meet a check digit by chance: so they are read as one number, all of them or the first four (a card and what is
 * printed behind it), and not with a comma as the mark of a group. Two numbers of things are two numbers.
 */
function joinedTexts(values: readonly GuardedScalar[], numbers: Numbers): string[] {
  if (values.every((value) => /^\d+$/.test(String(value)))) {
    const areOfThings = numbers === 'serials' || numbers === 'amounts';
    if (areOfThings && values.length < 3) return [];
    const all = values.join('');
    return values.length > 4 && !areOfThings ? [all, values.slice(0, 4).join('')] : [all];
  }
  const joined = values.join(',');
  // An address may be split at its dot, or anywhere.
  return joined.includes('@') ? [joined, values.join(''), values.join('.')] : [joined, values.join('')];
}

function findEmail(text: string): 'email' | null {
  return holdsEmail(text) ? 'email' : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a text holds an e-mail address, in whatever disguise: the one kind that no setting lets through. */
export function holdsEmail(text: string): boolean {
  if (isPlainText(text)) return false;
  return readingsOf(text).some(
    (reading) =>
      holdsEmailAddress(reading) || decodedTexts(reading).some(({ text: decoded }) => holdsEmailAddress(decoded)),
  );
}

let textGuard: Guard | undefined;

/**
 * The kind of personal data that a text holds which stands under no key, such as the name of an app; null if it holds
 * none.
 */
export function findPersonalData(text: string): PersonalDataKind | null {
  if (isPlainText(text)) return null;
  return (textGuard ??= createGuard()).findInText(text);
}
