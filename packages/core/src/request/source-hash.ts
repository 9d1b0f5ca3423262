import { mobileEndpoint } from '../loop-api/endpoint.js';
import { isAfterSourceHash } from './wire-order.js';

/** The platforms that Loop makes a source for. */
export const platforms = ['android', 'ios'] as const;

export type Platform = (typeof platforms)[number];

/** The source hashes by platform: the one form that they have once the settings are parsed. */
export type SourceHashes = { readonly [P in Platform]?: string };

/** A source hash as a user writes it: one text for both platforms, or one for each. */
export type SourceHashInput = string | { readonly [P in Platform]?: string | undefined };

/** What of the settings says where requests go. */
interface Target {
  readonly endpoint: string;
  readonly relay?: string | undefined;
  readonly sourceHash: SourceHashes;
}

/**
 * The source hashes in their one form; without any, an empty object.
 *
 * @example
 * normalizeSourceHash('XYZ123') // { android: 'XYZ123', ios: 'XYZ123' }
 */
export function normalizeSourceHash(given: SourceHashInput | undefined): SourceHashes {
  if (typeof given === 'string') return { android: given, ios: given };
  const pairs = platforms.map((platform) => [platform, given?.[platform]] as const);
  return Object.fromEntries(pairs.filter(([, secret]) => secret !== undefined));
}

/** The source hash of a platform; undefined if there is none, or no such platform. */
export function sourceHashOf(sourceHash: SourceHashes, platform: string | undefined): string | undefined {
  return platform === 'android' || platform === 'ios' ? sourceHash[platform] : undefined;
}

/** Whether anything can be sent: there is a source hash, or a relay that puts it in. */
export function hasSource({ sourceHash, relay }: Pick<Target, 'relay' | 'sourceHash'>): boolean {
  return relay !== undefined || platforms.some((platform) => sourceHash[platform] !== undefined);
}

/** Where requests go: Loop's endpoint, or the relay's. It has no query. */
export function requestEndpoint({ endpoint, relay }: Pick<Target, 'endpoint' | 'relay'>): string {
  return mobileEndpoint(relay ?? endpoint);
}

/**
 * Puts the source hash into parameters that were kept without it, where the documented request has it.
 *
 * @param params Loop's parameters; `device_type` chooses between the source hashes of Android and iOS.
 * @returns null if there is no source hash for this platform.
 */
export function withSourceHash(
  params: Readonly<Record<string, string>>,
  sourceHash: SourceHashes,
): Record<string, string> | null {
  const secret = sourceHashOf(sourceHash, params['device_type']);
  if (secret === undefined) return null;
  const entries = Object.entries(withoutSourceHash(params));
  const behind = entries.findIndex(([name]) => isAfterSourceHash(name));
  entries.splice(behind === -1 ? entries.length : behind, 0, ['source_hash', secret]);
  return Object.fromEntries(entries);
}

/** Parameters without the source hash, for whatever is kept on a disk or shown. */
export function withoutSourceHash(params: Readonly<Record<string, string>>): Record<string, string> {
  const { source_hash: _, ...others } = params;
  return others;
}
