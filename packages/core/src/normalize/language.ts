import { remembered } from './remembered.js';

/** The longest locales that devices report, with extensions. It bounds the work. In UTF-16 units. */
const maxLength = 100;

/** The codes of ISO 639-1. */
const codes: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv ' +
    'dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ' +
    'ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv ' +
    'mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm ' +
    'rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts ' +
    'tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

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
export const normalizeLanguage = /* @__PURE__ */ remembered(
  (locale) => {
    const code = /^\s*([a-z]{2,3})(?![a-z\d])/i.exec(locale)?.[1]?.toLowerCase();
    if (code === undefined) return null;
    if (codes.has(code)) return code;
    return otherCodes[code] ?? null;
  },
  { maxLength, ofLonger: () => null },
);
