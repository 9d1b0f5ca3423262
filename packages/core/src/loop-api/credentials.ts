import { loopEndpoint } from './endpoint.js';
import { readResponse } from './response.js';

/** What the check of a source hash found out. */
export type CredentialCheck = 'accepted' | 'wrong_source_hash' | 'unreachable';

/**
 * The URL to GET for a check of a source hash: `/sdk/params` on the endpoint's host.
 *
 * Loop documents no check of credentials. Its two public SDKs (Android and iOS) open with this
 * request, and it is the best public check there is. The answer goes to
 * {@link readCredentialCheck}. The URL holds the source hash: keep it out of logs.
 *
 * @param sourceHash the source hash to check
 * @param endpoint the Mobile API's URL, if it is another than Loop's
 * @example
 * credentialCheckUrl('XYZ123') // 'https://api.retargetly.com/sdk/params?source_hash=XYZ123'
 */
export function credentialCheckUrl(sourceHash: string, endpoint = loopEndpoint): string {
  const origin = /^[a-z]+:\/\/[^/?#]+/i.exec(endpoint)?.[0] ?? '';
  return `${origin}/sdk/params?source_hash=${encodeURIComponent(sourceHash)}`;
}

/**
 * Reads the answer to {@link credentialCheckUrl} as Loop's SDKs do: a JSON object means that the
 * source hash is known, anything else in its place means that it is wrong.
 *
 * `unreachable` is everything that says nothing about the source hash: no answer (status 0), an
 * error on Loop's side, a redirect, and a 404, 405, 407 or 410, which mean that the check itself
 * isn't there or that a proxy is in the way.
 *
 * @param status the HTTP status, or 0 if no answer came
 * @param bodyText the answer's body
 */
export function readCredentialCheck(status: number, bodyText: string): CredentialCheck {
  const meaning = readResponse(status);
  if (meaning === 'accepted') return isJsonObject(bodyText) ? 'accepted' : 'wrong_source_hash';
  if (meaning === 'again' || status < 400 || status > 499) return 'unreachable';
  return [404, 405, 407, 410].includes(status) ? 'unreachable' : 'wrong_source_hash';
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
