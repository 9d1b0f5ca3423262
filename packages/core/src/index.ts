import { sha256, sha512 } from './identifiers/hash.js';
import { readPhone } from './identifiers/phone.js';
import type { SettingsInput } from './settings.js';
import type { Tools } from './tools.js';
import { createTranslatorWith, type Translator } from './translate.js';

/**
 * Compiles settings into a translator.
 *
 * @param settings see the settings' table in the docs; everything has a default but the source hash.
 * @param tools replaces the built-in hashes and phone parser, for instance by `nodeHash` of `@loop-adapters/core/node`.
 * @throws SettingsError that lists every problem of the settings.
 */
export function createTranslator(settings?: SettingsInput, tools: Partial<Tools> = {}): Translator {
  return createTranslatorWith(settings, { sha256, sha512, readPhone, ...tools });
}

export type { Translator } from './translate.js';
export type { Tools } from './tools.js';
export type { Known } from './build.js';
export type { EventPayload, EventType } from './event.js';
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
} from './outcome.js';
export { noteCodes, problemCodes, problemMessages, reasonCodes } from './outcome.js';
export type { Explanation, ParameterTrace } from './explain.js';
export type { SourceTrace } from './trace.js';
export type { Settings, SettingsInput } from './settings.js';
export { settingsSchema } from './settings.js';
export { SettingsError, type SettingsProblem } from './settings-error.js';
export { describedParameters as parameters } from './parameters/described-parameters.js';
export type { Fields, ParameterName, RequiredName } from './parameters/index.js';
export type { Parameter } from './parameters/parameter.js';
export { formatUrl, type LoopRequest } from './request.js';
export { isEndpoint, loopEndpoint, relayEndpoint } from './endpoint.js';
export { withSourceHash } from './with-source-hash.js';
export { redactUrl } from './redact.js';
export { readResponse, type ResponseMeaning } from './response.js';
export { defaultRetryTiming, readRetryAfterMs, retryDelayMs, type FailedTry, type RetryTiming } from './retry.js';
export { credentialCheckUrl, readCredentialCheck, type CredentialCheck } from './credentials.js';
export { readIp } from './parameters/ip-address.js';
export { holdsPersonalData } from './privacy/holds-personal-data.js';
export { checkRequest, type ContractCode, type ContractProblem } from './contract.js';
