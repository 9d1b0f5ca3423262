/**
 * All that this destination takes from the core, in one place: whoever copies this folder into another repository
 * has one import to look after. `hash.ts` has the other one, which that repository replaces. See "For Segment's partner engineers" in the package's README.
 */
export {
  closest,
  createTranslator,
  createTranslatorCache,
  credentialCheckUrl,
  eventPaths,
  hasSource,
  parameters,
  platforms,
  readCredentialCheck,
  readResponse,
  redactUrl,
  sentencesIn,
  SettingsError,
  settingsLines,
} from '@loop-adapters/core';
export type { CredentialCheck, Note, Outcome, Ready, SettingsInput, Translator } from '@loop-adapters/core';
export { settingWords } from '@loop-adapters/core/setting-words';
