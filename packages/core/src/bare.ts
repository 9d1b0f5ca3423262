/**
 * The translator without a built-in hash and phone parser, for bundles that bring their own or load them later, and
 * what it takes to send from there.
 */
export { createTranslatorWith as createTranslator, type Translator } from './translate.js';
export { faultOf } from './fault.js';
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
export { parameters } from './parameters/index.js';
export { readResponse, type ResponseMeaning } from './response.js';
export { defaultRetryTiming, retryDelayMs, type FailedTry, type RetryTiming } from './retry.js';
