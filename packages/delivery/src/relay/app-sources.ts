import {
  createTranslator,
  hasSource,
  missingSource,
  SettingsError,
  type SettingsInput,
  type SettingsProblem,
  type SourceHashes,
  type Translator,
} from '@loop-adapters/core';
import { nodeHash } from '@loop-adapters/core/node';
import type { DeliverySourcesInput, OwnSources } from '../sender/delivery-sources.js';
import { WriteKeys } from './http/write-keys.js';
import type { RelaySettings } from './relay-settings.js';

/** What a write key stands for. */
export interface AppSource {
  /** The write key, if it has Loop sources of its own: what an event is kept under, instead of a source hash. */
  readonly name: string | null;
  /** Translates its events. It knows for which platforms there is a source hash, and no source hash. */
  readonly translator: Translator;
}

/** The write keys and the source hashes of a relay: what can be changed while it runs. */
export interface AppSources {
  readonly keys: WriteKeys<AppSource>;
  /** For requests without a write key, which are signed. */
  readonly common: AppSource | null;
  /** What the deliverer puts in. */
  readonly hashes: DeliverySourcesInput;
  /** Where the events go. */
  readonly endpoint: string;
}

/**
 * Stands where the source hash will be. Where requests come in, the secret is not known: a value that was compared with
 * it, anybody could find out by sending guesses.
 */
const placeholder = 'x'.repeat(64);

/**
 * Reads which write key stands for which Loop sources.
 *
 * @param loop the core's settings
 * @throws SettingsError that lists every problem of `loop` and of `sources`
 */
export function readAppSources(
  loop: SettingsInput,
  { writeKeys = [], sources }: Pick<RelaySettings, 'writeKeys' | 'sources'>,
): AppSources {
  const { endpoint, sourceHash, relay } = createTranslator(loop, nodeHash).settings;
  const problems: SettingsProblem[] = [];
  if (relay !== undefined) {
    problems.push({ path: 'relay', message: 'A relay delivers to Loop, not to another relay. Leave it out.' });
  }
  const others = withoutHash(loop);
  const common = hasSource({ sourceHash }) ? toSource(null, others, sourceHash) : null;
  const shared = writeKeys.filter((key) => sources[key] === undefined);
  if (common === null && shared.length > 0) problems.push(missingSource(false));
  const meanings = common === null ? [] : shared.map((key): [string, AppSource] => [key, common]);
  for (const [key, source] of Object.entries(sources)) {
    const hashes = readHashes(key, source, others, problems);
    if (hashes !== null) meanings.push([key, toSource(key, others, hashes)]);
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return { keys: new WriteKeys(meanings), common, hashes: { sourceHash, sources }, endpoint };
}

function readHashes(
  key: string,
  { sourceHash }: OwnSources[string],
  others: SettingsInput,
  problems: SettingsProblem[],
): SourceHashes | null {
  try {
    const { settings } = createTranslator({ ...others, sourceHash }, nodeHash);
    if (hasSource({ sourceHash: settings.sourceHash })) return settings.sourceHash;
    problems.push({ ...missingSource(false), path: `sources.${key}.sourceHash` });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const problem of error.problems) problems.push({ ...problem, path: `sources.${key}.${problem.path}` });
  }
  return null;
}

function withoutHash({ sourceHash: _, ...others }: SettingsInput): SettingsInput {
  return others;
}

/** Knows the same platforms, with nothing to find out. */
function toSource(name: string | null, others: SettingsInput, hashes: SourceHashes): AppSource {
  const hidden = Object.fromEntries(Object.keys(hashes).map((platform) => [platform, placeholder]));
  return { name, translator: createTranslator({ ...others, sourceHash: hidden }, nodeHash) };
}
