export { createTranslator } from './translate/create-translator.js';
export type { Translator } from './translate/translator.js';
export type { Tools } from './translate/tools.js';
export type { Known } from './translate/build.js';
export type { EventPayload, EventType } from './translate/event.js';
export type {
  Invalid,
  Note,
  NoteCode,
  Outcome,
  Problem,
  ProblemCode,
  Ready,
  Reason,
  ReasonCode,
  Skipped,
} from './translate/outcome.js';
export { noteCodes, problemCodes, problemMessages, reasonCodes } from './translate/outcome.js';
export type { Explanation, ParameterTrace } from './translate/explain.js';
export type { SourceTrace } from './translate/trace.js';
export type { Settings, SettingsInput } from './settings/settings.js';
export { settingsSchema } from './settings/settings.js';
export { describeSettingsProblem, SettingsError, type SettingsProblem } from './settings/settings-error.js';
export { readSettings } from './settings/read-setting.js';
export { functionForm, type Form, type GroupForm } from './settings/settings-form.js';
export { describedParameters as parameters } from './table/described-parameters.js';
export type { Fields, ParameterName, RequiredName } from './table/table.js';
export type { Parameter } from './table/row.js';
export { formatUrl, type LoopRequest } from './request/request.js';
export { isEndpoint, loopEndpoint, relayEndpoint } from './loop-api/endpoint.js';
export { withSourceHash } from './request/with-source-hash.js';
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
export { readIp } from './normalize/ip.js';
export { holdsPersonalData } from './guard/holds-personal-data.js';
export { checkRequest, type ContractCode, type ContractProblem } from './loop-api/contract.js';
