import type { LoopRequest } from '@loop-adapters/core';

/** What `process` returns: RudderStack's description of one HTTP request. */
export interface RestRequest {
  readonly version: '1';
  readonly type: 'REST';
  readonly method: 'GET';
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly body: {
    readonly JSON: Readonly<Record<string, never>>;
    readonly JSON_ARRAY: Readonly<Record<string, never>>;
    readonly XML: Readonly<Record<string, never>>;
    readonly FORM: Readonly<Record<string, never>>;
  };
  readonly files: Readonly<Record<string, never>>;
  readonly userId: string;
}

/**
 * A request to Loop in RudderStack's form.
 *
 * Params are non-empty strings only, as the core makes them: RudderStack's server prints `null` as `<nil>`
 * and large numbers in exponent form.
 *
 * @param userId RudderStack keeps the events of one user in order by it, and shows it in its logs. So it
 *   is the anonymous ID, never `userId`, which may be an e-mail address.
 */
export function restRequest({ url, params }: LoopRequest, userId: string): RestRequest {
  return {
    version: '1',
    type: 'REST',
    method: 'GET',
    endpoint: url.slice(0, url.indexOf('?')),
    headers: {},
    params,
    body: { JSON: {}, JSON_ARRAY: {}, XML: {}, FORM: {} },
    files: {},
    userId,
  };
}
