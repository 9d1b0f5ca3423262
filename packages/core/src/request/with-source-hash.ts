import type { Settings } from '../settings/settings.js';

/**
 * Puts the source hash into parameters that were kept without it, where the documented request has it: before `uid`.
 *
 * @param params Loop's parameters; `device_type` chooses between the source hashes of Android and iOS.
 * @param sourceHash the setting.
 * @returns null if the settings hold no source hash for this platform.
 */
export function withSourceHash(
  params: Readonly<Record<string, string>>,
  sourceHash: Settings['sourceHash'],
): Record<string, string> | null {
  const platform = params['device_type'];
  const secret = typeof sourceHash === 'object' ? ofPlatform(sourceHash, platform) : sourceHash;
  if (secret === undefined) return null;
  const entries = Object.entries(params).filter(([name]) => name !== 'source_hash');
  const uid = entries.findIndex(([name]) => name === 'uid');
  entries.splice(uid === -1 ? entries.length : uid, 0, ['source_hash', secret]);
  return Object.fromEntries(entries);
}

function ofPlatform(
  hashes: Exclude<Settings['sourceHash'], string | undefined>,
  platform: string | undefined,
): string | undefined {
  return platform === 'android' || platform === 'ios' ? hashes[platform] : undefined;
}
