import { relayEndpoint, type Settings } from '@loop-adapters/core';

/** The URL that requests go to, without a query: the relay's if there is one. */
export function requestEndpoint(settings: Settings): string {
  return settings.relay === undefined ? settings.endpoint : relayEndpoint(settings.relay);
}
