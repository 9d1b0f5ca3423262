import { hasSource, loopEndpoint, requestEndpoint, type Settings } from '@loop-adapters/core';

import type { Finding } from '../terminal/findings.js';
import { maskSecret } from '../terminal/mask.js';
import type { LoadedSettings } from './load-settings.js';

const platforms = [
  { key: 'android', name: 'Android', variable: 'LOOP_SOURCE_HASH_ANDROID' },
  { key: 'ios', name: 'iOS', variable: 'LOOP_SOURCE_HASH_IOS' },
] as const;

/** What is set, where it came from, and what is missing. A source hash is masked. */
export function describeSettings(settings: Settings, loaded: LoadedSettings): Finding[] {
  return [describeGiven(loaded), ...describeSourceHashes(settings, loaded.origins), describeTarget(settings)];
}

function describeGiven({ origins, configFile }: LoadedSettings): Finding {
  const file = configFile === null ? 'there is no loop.config.json here' : `${configFile} is read`;
  const given = [...origins]
    .filter(([, origin]) => origin !== configFile)
    .map(([path, origin]) => `${path} from ${origin}`);
  const more = given.length === 0 ? '' : `; ${given.join(', ')}`;
  return { check: 'settings', state: 'good', message: `The settings are valid (${file}${more}).` };
}

function describeSourceHashes(settings: Settings, origins: ReadonlyMap<string, string>): Finding[] {
  if (settings.relay !== undefined) {
    return [
      { check: 'source_hash', state: 'good', message: 'Source hash: the relay puts it in, so none is needed here.' },
    ];
  }
  const { sourceHash } = settings;
  if (!hasSource({ sourceHash })) {
    const message =
      'Source hash: not set. Nothing can be sent. Set LOOP_SOURCE_HASH, or one per platform: LOOP_SOURCE_HASH_ANDROID and LOOP_SOURCE_HASH_IOS.';
    return [{ check: 'source_hash', state: 'wrong', message }];
  }
  return platforms.map(({ key, name, variable }): Finding => {
    const secret = sourceHash[key];
    const check = `source_hash_${key}`;
    if (secret === undefined) {
      const message = `Source hash for ${name}: not set. Events of ${name} devices are invalid (missing_source_hash). If the app has an ${name} version, set ${variable}.`;
      return { check, state: 'missing', message };
    }
    const origin = origins.get(`sourceHash.${key}`) ?? origins.get('sourceHash');
    const from = origin === undefined ? '' : `, from ${origin}`;
    return { check, state: 'good', message: `Source hash for ${name}: set, ${maskSecret(secret)}${from}.` };
  });
}

function describeTarget(settings: Settings): Finding {
  const endpoint = requestEndpoint(settings);
  if (settings.relay !== undefined)
    return { check: 'endpoint', state: 'good', message: `Events go to the relay ${endpoint}.` };
  const what = endpoint === loopEndpoint ? 'Loop' : 'another endpoint than Loop’s';
  return { check: 'endpoint', state: 'good', message: `Events go to ${endpoint} (${what}).` };
}
