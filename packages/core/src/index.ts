export { createTranslator } from './translate/create-translator.js';
export type { Translator } from './translate/translator.js';
export type { Tools } from './translate/tools.js';
export type { Known } from './translate/known.js';
export type { EventPayload, EventType } from './translate/event-payload.js';
export type { Invalid, Note, Outcome, Problem, Ready, Reason, Skipped } from './translate/outcome.js';
export {
  noteCodes,
  personalDataKinds,
  problemCodes,
  reasonCodes,
  type NoteCode,
  type PersonalDataKind,
  type ProblemCode,
  type ReasonCode,
} from './codes/codes.js';
export type { Language } from './codes/sentences.js';
export { inEnglish, sentencesIn, type Describe } from './translate/describe.js';
export type { Explanation, ParameterTrace } from './translate/explain.js';
export type { SourceTrace } from './translate/trace.js';
export type { Settings, SettingsInput } from './settings/settings.js';
export { settingsSchema } from './settings/settings.js';
export { missingSource } from './settings/missing-source.js';
export { describeSettingsProblem, SettingsError, type SettingsProblem } from './settings/settings-error.js';
export { readSettings } from './settings/read-setting.js';
export { settingLeaves, type SettingLeaf } from './settings/setting-paths.js';
export { functionForm, type Form, type GroupForm } from './settings/settings-form.js';
export { settingsLines } from './settings/settings-lines.js';
export { notForLoop } from './translate/not-for-loop.js';
export { remarkLine } from './translate/remark-line.js';
export { createTranslatorCache } from './translate/translator-cache.js';
export { closest } from './settings/closest.js';
export { describedParameters as parameters, type Parameter } from './table/words.js';
export { reservedKeys, type Fields, type ParameterName, type RequiredName } from './table/table.js';
export { eventPaths, settingOf } from './table/row.js';
export { formatUrl, type LoopRequest } from './request/request.js';
export { isEndpoint, loopEndpoint, mobileEndpoint } from './loop-api/endpoint.js';
export {
  hasSource,
  normalizeSourceHash,
  platforms,
  requestEndpoint,
  sourceHashOf,
  withoutSourceHash,
  withSourceHash,
  type Platform,
  type SourceHashes,
  type SourceHashInput,
} from './request/source-hash.js';
export { redactUrl } from './request/redaction.js';
export { readResponse, type ResponseMeaning } from './loop-api/response.js';
export {
  defaultRetryTiming,
  readRetryAfterMs,
  retryDelayMs,
  type FailedTry,
  type RetryTiming,
} from './loop-api/retry.js';
export { credentialCheckUrl, readCredentialCheck, type CredentialCheck } from './loop-api/credentials.js';
export { withExactNumbers } from './normalize/exact-numbers.js';
export { chooseIp, isWithheldIp, type ChosenIp } from './normalize/choose-ip.js';
export { createGuard, findPersonalData, type Guard, type GuardedKey } from './guard/guard.js';
export { checkRequest, type ContractCode, type ContractProblem } from './request/check-request.js';
export { freeTextParameters, inWireOrder, isAfterSourceHash } from './request/wire-order.js';
