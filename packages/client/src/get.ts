import type { Answer, GetInit, Realm } from './realm.js';

/** What came of one GET. */
export type GetResult =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | null }
  /** It left, and more can't be known. */
  | { readonly kind: 'unconfirmed' }
  /** It did not get there. */
  | { readonly kind: 'rejected' };

/**
 * - `keepalive` lets the request outlive the page.
 * - A redirect is not followed, because the query holds a secret.
 * - Neither cookies nor the page's address go along.
 */
const init = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  keepalive: true,
} as const satisfies Partial<GetInit>;

/** A hanging server would hold its place in the queue for ever. */
const answerTimeoutMs = 30_000;

/** The request leaves before this returns. Never rejects. */
export function getByFetch(realm: Realm, url: string): Promise<GetResult> {
  return run(realm, url, { ...init, method: 'GET', mode: 'cors', redirect: 'manual' }).then(
    (answer): GetResult => {
      if (answer === null) return { kind: 'unconfirmed' };
      // An opaque redirect has the status 0.
      if (answer.type === 'opaqueredirect') return { kind: 'answered', status: 302, retryAfter: null };
      return { kind: 'answered', status: answer.status, retryAfter: answer.headers.get('retry-after') };
    },
    (): GetResult => ({ kind: 'rejected' }),
  );
}

/**
 * Whether there is a server: a HEAD to the endpoint without the query, of which a page may know that it was answered
 * but not how. By that a page can tell an answer without CORS headers from no connection. Never rejects.
 */
export function isReachable(realm: Realm, url: string): Promise<boolean> {
  const endpoint = url.replace(/\?.*$/s, '');
  return run(realm, endpoint, { ...init, method: 'HEAD', mode: 'no-cors', redirect: 'follow' }).then(
    (answer) => answer !== null,
    () => false,
  );
}

/** An image asks for no CORS headers, and goes by another line of the page's Content Security Policy. */
export function getByImage(realm: Realm, url: string): Promise<GetResult> {
  const { Image } = realm;
  if (Image === undefined) return Promise.resolve({ kind: 'rejected' });
  return new Promise((resolve) => {
    const image = new Image();
    // Loop's answer is no picture, so an error says nothing.
    image.onload = image.onerror = () => {
      resolve({ kind: 'unconfirmed' });
    };
    image.referrerPolicy = 'no-referrer';
    image.src = url;
  });
}

/** Null if no answer came in time. */
function run(realm: Realm, url: string, init: GetInit): Promise<Answer | null> {
  const { fetch } = realm;
  if (fetch === undefined) return Promise.reject(new Error('There is no fetch.'));
  const abort = realm.AbortController === undefined ? null : new realm.AbortController();
  let late = false;
  const timer = realm.setTimeout?.(() => {
    late = true;
    abort?.abort();
  }, answerTimeoutMs);
  const stop = (): void => realm.clearTimeout?.(timer);
  let request: Promise<Answer>;
  try {
    request = fetch(url, abort === null ? init : { ...init, signal: abort.signal });
  } catch (error) {
    stop();
    return Promise.reject(error instanceof Error ? error : new Error('fetch threw.'));
  }
  return request.then(
    (answer) => {
      stop();
      // Node keeps a connection to itself until the answer has been read.
      answer.text?.().catch(() => undefined);
      return answer;
    },
    (error: unknown) => {
      stop();
      if (late) return null;
      throw error;
    },
  );
}
