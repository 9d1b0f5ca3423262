const endpointForm =
  /^(https?):\/\/(localhost|127(?:\.\d{1,3}){3}|\[::1\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?(\/[\w.~%/-]*)?$/i;

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Loop's documented endpoint. */
export const loopEndpoint = 'https://api.retargetly.com/mobile';

/**
 * Whether a text can be an endpoint: https without user, query or fragment. Plain http only to this very machine,
 * because the query holds a secret and hashes of people.
 */
export function isEndpoint(text: string): boolean {
  if (text.length > 2048) return false;
  const [, scheme = '', host = ''] = endpointForm.exec(text) ?? [];
  return scheme.toLowerCase() === 'https' || (scheme !== '' && loopback.test(host));
}

/**
 * A URL without a path means its `/mobile`, which is where Loop, a relay and the sandbox take Loop's own form.
 *
 * @example mobileEndpoint('http://127.0.0.1:8765') // 'http://127.0.0.1:8765/mobile'
 */
export function mobileEndpoint(url: string): string {
  const path = endpointForm.exec(url)?.[4] ?? '';
  return path === '' || path === '/' ? url.replace(/\/$/, '') + '/mobile' : url;
}
