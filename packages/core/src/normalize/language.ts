import { cached } from './country/cached.js';

/** The longest locales that devices report, with extensions. It bounds the work. In UTF-16 units. */
const maxLength = 100;

/** The codes of ISO 639-1: a first letter as a capital, then each second letter. */
const codes =
  'Aabefkmnrsvyz Baegimnors Caehorsuvy Daevz Eelnostu Fafijory Gadlnuv Haeiortuyz Iadegikostu Jav ' +
  'Kagijklmnorsuvwy Labginotuv Mghiklnrsty Nabdeglnorvy Ocjmrs Pailst Qu Rmnouw Sacdegiklmnoqrstuvw ' +
  'Taeghiklnorstwy Ugkrz Veio Wao Xh Yio Zahu';

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
  if (code.length === 2 && new RegExp(`${code.charAt(0).toUpperCase()}[a-z]*${code.charAt(1)}`).test(codes))
    return code;
  return otherCodes[code] ?? null;
}, maxLength);
