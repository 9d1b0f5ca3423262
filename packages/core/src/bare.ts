/**
 * The translator without a built-in hash and phone parser, for bundles that bring their own or load them later.
 */
export { createTranslatorWith as createTranslator, type Translator } from './translate.js';
export type { Tools } from './tools.js';
export type { Known } from './build.js';
export type {
  Outcome,
  Ready,
  Skipped,
  Invalid,
  Reason,
  Problem,
  Note,
  ReasonCode,
  ProblemCode,
  NoteCode,
} from './outcome.js';
export type { Explanation, ParameterTrace } from './explain.js';
export type { Settings, SettingsInput } from './settings.js';
export { SettingsError, type SettingsProblem } from './settings-error.js';
