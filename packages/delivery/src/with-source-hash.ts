/** The source hash of the settings: one, or one per platform, because Loop makes one source per platform. */
export type SourceHash = string | { readonly android?: string | undefined; readonly ios?: string | undefined };

/**
 * Puts the source hash where the documented request has it: before `uid`.
 *
 * @param params a request's parameters without `source_hash`
 * @returns null if there is none for the platform of `device_type`
 */
export function withSourceHash(
  params: Readonly<Record<string, string>>,
  sourceHash: SourceHash,
): Readonly<Record<string, string>> | null {
  const secret = typeof sourceHash === 'string' ? sourceHash : ofPlatform(params['device_type'], sourceHash);
  if (secret === undefined) return null;
  const entries = Object.entries(params);
  const uid = entries.findIndex(([name]) => name === 'uid');
  entries.splice(uid === -1 ? entries.length : uid, 0, ['source_hash', secret]);
  return Object.fromEntries(entries);
}

function ofPlatform(platform: string | undefined, sourceHash: Exclude<SourceHash, string>): string | undefined {
  return platform === 'android' || platform === 'ios' ? sourceHash[platform] : undefined;
}
