import { cached } from './cached.js';

/** The longest locales that devices report, with extensions. It bounds the work. In UTF-16 units. */
const maxLength = 100;

/** The codes of ISO 639-1: after each first letter, its second letters. */
const codes: Readonly<Record<string, string>> = {
  a: 'abefkmnrsvyz',
  b: 'aegimnors',
  c: 'aehorsuvy',
  d: 'aevz',
  e: 'elnostu',
  f: 'afijory',
  g: 'adlnuv',
  h: 'aeiortuyz',
  i: 'adegikostu',
  j: 'av',
  k: 'agijklmnorsuvwy',
  l: 'abginotuv',
  m: 'ghiklnrsty',
  n: 'abdeglnorvy',
  o: 'cjmrs',
  p: 'ailst',
  q: 'u',
  r: 'mnouw',
  s: 'acdegiklmnoqrstuvw',
  t: 'aeghiklnorstwy',
  u: 'gkrz',
  v: 'eio',
  w: 'ao',
  x: 'h',
  y: 'io',
  z: 'ahu',
};

/** Codes that Java and old Android versions still report, and three-letter codes of languages that are common here. */
const otherCodes: Readonly<Record<string, string>> = {
  iw: 'he',
  in: 'id',
  ji: 'yi',
  spa: 'es',
  por: 'pt',
  eng: 'en',
  fra: 'fr',
  fre: 'fr',
  deu: 'de',
  ger: 'de',
  ita: 'it',
  cat: 'ca',
  fil: 'tl',
};

/**
 * The language of a locale or language code, as a lower-case ISO 639-1 code: `es` of `es-AR`, `es_AR` or `spa`.
 *
 * @returns null if it begins with no language that has such a code.
 */
export const readLanguage = /* @__PURE__ */ cached((locale) => {
  const code = /^\s*([a-z]{2,3})(?![a-z\d])/i.exec(locale)?.[1]?.toLowerCase();
  if (code === undefined) return null;
  if (code.length === 2 && codes[code.charAt(0)]?.includes(code.charAt(1)) === true) return code;
  return otherCodes[code] ?? null;
}, maxLength);
