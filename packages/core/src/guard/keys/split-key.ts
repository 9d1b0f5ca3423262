import { theVocabulary, type Vocabulary } from '../words/vocabulary.js';

/** Longer keys are no names of properties; they are cut before they are looked at. In UTF-16 units. */
const maxLength = 128;

/** Longer words are not taken apart. */
const maxTogether = 48;

/**
 * Endings that name a datum whatever stands before them, when the whole can't be taken apart: `acmephone`,
 * `b2bpassword`.
 */
const endings =
  `email telefono telefone celular phone address direccion endereco domicilio password passwd contrasena senha
  token apikey secret apellido sobrenome surname username nacimiento nascimento birthdate birthday documento cedula passport
  pasaporte cardnumber creditcard zipcode postalcode`.split(/\s+/);

/**
 * The words of a key, in lower case, without accents and plural endings: `customerEMail_1` → customer, email;
 * `nomedocliente` → nome, do, cliente.
 */
export function splitKey(key: string): string[] {
  const vocabulary = theVocabulary();
  const words: string[] = [];
  for (const part of separate(key)) words.push(...takeApart(part, vocabulary));
  return words;
}

const ascii = /^[\0-\x7f]*$/;

function separate(key: string): string[] {
  const cut = key.slice(0, maxLength);
  const plain = ascii.test(cut) ? cut : cut.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  return plain
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(^|[^a-z])e[^a-z]?mail/g, '$1email')
    .split(/[^a-z0-9]+/)
    .flatMap(splitDigits);
}

/** Digits are a word of their own at an end: `address1`, `name2`. Inside they belong to the word: `line1`, `2fa`, `last4`. */
function splitDigits(part: string): string[] {
  if (part === '') return [];
  if (theVocabulary().meanings.has(part)) return [part];
  const [, word = part] = /^(.*?[a-z])\d+$/.exec(part) ?? [];
  return [word];
}

function takeApart(word: string, vocabulary: Vocabulary): readonly string[] {
  const whole = knownForm(word, vocabulary);
  if (whole !== null) return [whole];
  if (word.length < 6 || word.length > maxTogether) return [word];
  const parts = fewestParts(word, vocabulary) ?? aroundAnd(word, vocabulary);
  if (parts !== null) return parts;
  const ending = endings.find((end) => word.endsWith(end) || word.endsWith(`${end}s`));
  return ending === undefined ? [word] : ['', ending];
}

/** Two long words of the vocabulary around a Spanish or Portuguese "and": `calleynumero`, `ruaenumero`. */
function aroundAnd(word: string, vocabulary: Vocabulary): string[] | null {
  for (let at = minAroundAnd; at < word.length - minAroundAnd; at++) {
    if (word.charAt(at) !== 'y' && word.charAt(at) !== 'e') continue;
    const before = knownForm(word.slice(0, at), vocabulary);
    const behind = before === null ? null : knownForm(word.slice(at + 1), vocabulary);
    if (before !== null && behind !== null) return [before, behind];
  }
  return null;
}

const minAroundAnd = 3;

/** The word as the vocabulary has it: itself, or its singular. */
function knownForm(word: string, { meanings }: Vocabulary): string | null {
  if (meanings.has(word)) return word;
  if (!word.endsWith('s')) return null;
  const singular = word.slice(0, -1);
  if (meanings.has(singular)) return singular;
  return word.endsWith('es') && meanings.has(word.slice(0, -2)) ? word.slice(0, -2) : null;
}

/** The split into the fewest words of the vocabulary, plurals included; null if there is none. */
function fewestParts(word: string, vocabulary: Vocabulary): string[] | null {
  /** At each position, the fewest parts that the text before it splits into, and the last of them. */
  const best: ({ readonly count: number; readonly part: string; readonly from: number } | undefined)[] = [];
  best[0] = { count: 0, part: '', from: 0 };
  for (let from = 0; from < word.length - 1; from++) {
    const before = best[from];
    if (before === undefined) continue;
    for (const part of vocabulary.byStart.get(word.slice(from, from + 2)) ?? []) {
      if (!word.startsWith(part, from)) continue;
      const end = from + part.length;
      reach(end, before.count + 1, part, from);
      if (word.charAt(end) === 's') reach(end + 1, before.count + 1, part, from);
    }
  }
  if (best[word.length] === undefined) return null;
  const parts: string[] = [];
  for (let end = word.length; end > 0;) {
    const step = best[end];
    if (step === undefined) return null;
    parts.unshift(step.part);
    end = step.from;
  }
  return parts;

  function reach(end: number, count: number, part: string, from: number): void {
    const known = best[end];
    if (known === undefined || count < known.count) best[end] = { count, part, from };
  }
}
