import type { SettingsError } from './core';

/** Names that lead nowhere on the public Internet. Sources: RFC 2606, RFC 6761, RFC 8375, and what networks use. */
const internalDomains = ['arpa', 'corp', 'home', 'internal', 'intranet', 'lan', 'local', 'localdomain', 'localhost'];

/** https, a host of at least two labels, the last of them in letters, so that no form of an IP address is one. */
const publicForm =
  /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z](?:[a-z0-9-]*[a-z0-9])?)(?::\d{1,5})?(?:\/|$)/i;

/**
 * What is wrong with an endpoint that is not https on a host with a public name. Segment's servers ask whatever host
 * stands in the settings, so an address inside their own network must not be one. What a public name resolves to is
 * the network's concern.
 *
 * @param endpoint of the settings; absent means Loop's own
 * @returns no problem, or one
 * @example
 * endpointProblems('https://loop.example.com/mobile') // []
 * endpointProblems('https://169.254.169.254/mobile') // one problem
 */
export function endpointProblems(endpoint: unknown): SettingsError['problems'][number][] {
  if (typeof endpoint !== 'string') return [];
  const [, topLevel] = publicForm.exec(endpoint.trim()) ?? [];
  if (topLevel !== undefined && !internalDomains.includes(topLevel.toLowerCase())) return [];
  const message =
    'It must be https on a host with a public name, such as https://loop.example.com/mobile, because Segment’s servers send to it. Leave it empty for Loop’s own.';
  return [{ path: 'endpoint', message }];
}
