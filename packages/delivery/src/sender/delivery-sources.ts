import { normalizeSourceHash, sourceHashOf, type SourceHashes, type SourceHashInput } from '@loop-adapters/core';

/**
 * Under this name an event is kept with the write key of an app that has Loop sources of its own. It is no parameter of
 * Loop's: where the event goes out, the source hash stands in its place.
 */
export const writeKeyParam = 'write_key';

/** Source hashes by write key, as a user writes them, for apps that have their own. */
export type OwnSources = Readonly<Record<string, { readonly sourceHash: SourceHashInput }>>;

/** Source hashes as a user writes them. */
export interface DeliverySourcesInput {
  /** Null if a relay puts it in; undefined if each app has its own. */
  readonly sourceHash?: SourceHashInput | null | undefined;
  readonly sources?: OwnSources | undefined;
}

/** The source hashes that are put in where events go out. */
export interface DeliverySources {
  /** Null if a relay puts it in. */
  readonly common: SourceHashes | null;
  /** By write key. */
  readonly own: Readonly<Record<string, SourceHashes>>;
}

/** The source hashes in their one form. */
export function deliverySources({ sourceHash, sources = {} }: DeliverySourcesInput): DeliverySources {
  const own = Object.entries(sources).map(([key, source]) => [key, normalizeSourceHash(source.sourceHash)] as const);
  return { common: sourceHash === null ? null : normalizeSourceHash(sourceHash), own: Object.fromEntries(own) };
}

/** The source hash of an event; undefined if there is none, or if a relay puts it in. */
export function secretOf(
  { common, own }: DeliverySources,
  params: Readonly<Record<string, string>>,
): string | undefined {
  const writeKey = params[writeKeyParam];
  const hashes = writeKey === undefined ? common : own[writeKey];
  return sourceHashOf(hashes ?? {}, params['device_type']);
}
