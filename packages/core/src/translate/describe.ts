import type { NoteCode, PersonalDataKind, ProblemCode, ReasonCode } from '../codes/codes.js';
import {
  parameterSentence,
  personalDataSentence,
  sentences,
  sourceHashSentence,
  type Language,
} from '../codes/sentences.js';
import { describedParameters } from '../table/words.js';
import { eventPaths, settingOf } from '../table/row.js';

/** What a sentence is about: a code, for a problem with a parameter which one, for personal data of which kind. */
export interface Subject {
  readonly code: ReasonCode | ProblemCode | NoteCode;
  readonly parameter: string | null;
  /** Where it was found: the platform whose source hash is missing stands there. */
  readonly source?: string | null;
  readonly kind?: PersonalDataKind;
}

/** Makes the sentence that a person reads. `places` are the paths into the event where the parameter is looked for. */
export type Describe = (subject: Subject, places?: readonly string[]) => string;

/** More places than these are no help. */
const maxPlaces = 3;

/**
 * Makes sentences in a language, for the tool `describe` of `createTranslator`, or for codes that were kept.
 *
 * @param nameOf the platform's own name of a setting, as it stands in a sentence; null where it has none. Without it a
 *   setting is called by its path: `"app.id"`.
 * @example
 * sentencesIn('es')({ code: 'tracking_denied', parameter: null })
 * // 'La persona no permitió el seguimiento en este dispositivo, …'
 */
export function sentencesIn(language: Language, nameOf: (path: string) => string | null = () => null): Describe {
  const sentenceOf = createSentenceOf(language);
  return (subject, places) =>
    sentenceOf(subject, places).replace(/\{([\w.]+)\}/g, (_, path: string) => nameOf(path) ?? `"${path}"`);
}

const missingPlatform = /^settings\.sourceHash\.(android|ios)$/;

function createSentenceOf(language: Language): Describe {
  return ({ code, parameter, source, kind }, places) => {
    const platform = code === 'missing_source_hash' ? missingPlatform.exec(source ?? '')?.[1] : undefined;
    if (platform !== undefined) return sourceHashSentence(platform as 'android' | 'ios', language);
    if (code === 'personal_data') return personalDataSentence(kind, language);
    if (code in sentences) return sentences[code as keyof typeof sentences][language];
    const row = describedParameters.find(({ name }) => name === parameter);
    if (row === undefined) return code;
    const words = language === 'es' ? (row.spanish ?? row) : row;
    const about = {
      label: words.label,
      expects: words.expects,
      places: (places ?? eventPaths(row)).slice(0, maxPlaces),
      setting: settingOf(row),
    };
    return parameterSentence(code.startsWith('missing_') ? 'missing' : 'invalid', about, language);
  };
}

/** Sentences in English: what `createTranslator` uses. */
export const inEnglish: Describe = /* @__PURE__ */ sentencesIn('en');
