/**
 * The translator without a built-in hash, phone parser and names of countries, for bundles that bring their own or load them later, and
 * what it takes to send from there.
 */
export { createTranslatorWith as createTranslator, type Translator } from './translator.js';
export { faultOf } from './fault.js';
export type { CountryReader } from '../normalize/country/country-reader.js';
export { withExactNumbers } from '../normalize/exact-numbers.js';
export { isCountryCode } from '../normalize/country/is-country-code.js';
export type { Tools } from './tools.js';
export type { Describe } from './describe.js';
export type { Known } from './known.js';
export type { Outcome, Ready, Skipped, Invalid, Reason, Problem, Note } from './outcome.js';
export type { ReasonCode, ProblemCode, NoteCode } from '../codes/codes.js';
export { notForLoop } from './not-for-loop.js';
export { remarkLine } from './remark-line.js';
export type { Explanation, ParameterTrace } from './explain.js';
export type { Settings, SettingsInput } from '../settings/settings.js';
export { missingSource } from '../settings/missing-source.js';
export { readSetting, readSettings } from '../settings/read-setting.js';
export { settingsSchema } from '../settings/settings.js';
export { functionForm, type Form, type GroupForm } from '../settings/settings-form.js';
export { describeSettingsProblem, SettingsError, type SettingsProblem } from '../settings/settings-error.js';
export { parameters } from '../table/table.js';
export { eventPaths } from '../table/row.js';
export { hasSource, normalizeSourceHash } from '../request/source-hash.js';
export { readResponse, type ResponseMeaning } from '../loop-api/response.js';
export { defaultRetryTiming, retryDelayMs, type FailedTry, type RetryTiming } from '../loop-api/retry.js';
export { formatUrl, type LoopRequest } from '../request/request.js';
