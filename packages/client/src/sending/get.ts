import type { Answer, GetInit, Realm } from '../host/realm.js';

/** The server's answer. */
export interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
}

/** What came of one GET: an answer; `unconfirmed`: it left, and more can't be known; `failed`: no answer that we see. */
type GetResult = Answered | 'unconfirmed' | 'failed';

/**
 * - A redirect is not followed, because the query holds a secret.
 * - Neither cookies nor the page's address go along.
 */
const init = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies Partial<GetInit>;

/** A hanging server would hold its place in the queue for ever. */
const answerTimeoutMs = 30_000;

/**
 * The request leaves before this returns. Never rejects.
 * @param keepalive whether the request outlives the page
 */
export function getByFetch(realm: Realm, url: string, keepalive: boolean): Promise<GetResult> {
  return run(realm, url, { ...init, keepalive, method: 'GET', mode: 'cors', redirect: 'manual' }).then(
    (answer): GetResult => {
      if (answer === null) return 'unconfirmed';
      // An opaque redirect has the status 0.
      const status = answer.type === 'opaqueredirect' ? 302 : answer.status;
      return { status, retryAfter: answer.headers.get('retry-after') };
    },
    (): GetResult => 'failed',
  );
}

/**
 * Whether there is a server: a HEAD to the endpoint without the query, of which a page may know that it was answered
 * but not how. By that a page can tell an answer without CORS headers from no connection. Never rejects.
 */
export function isReachable(realm: Realm, url: string): Promise<boolean> {
  return head(realm, url.replace(/\?.*$/s, ''), false);
}

/**
 * The same with a request that outlives the page and is as long as the URL: other scripts of the page may have used
 * up what the browser allows. What stands behind `#` counts, and is not sent. Never rejects.
 */
export function canKeepAlive(realm: Realm, url: string): Promise<boolean> {
  return head(realm, url.replace(/\?/s, '#'), true);
}

function head(realm: Realm, url: string, keepalive: boolean): Promise<boolean> {
  return run(realm, url, { ...init, keepalive, method: 'HEAD', mode: 'no-cors', redirect: 'follow' }).then(
    (answer) => answer !== null,
    () => false,
  );
}

/** An image asks for no CORS headers, and goes by another line of the page's Content Security Policy. */
export function getByImage(realm: Realm, url: string): Promise<GetResult> {
  const { Image } = realm;
  if (Image === undefined) return Promise.resolve('failed');
  return new Promise((resolve) => {
    const image = new Image();
    // Loop's answer is no picture, so an error says nothing.
    image.onload = image.onerror = () => {
      resolve('unconfirmed');
    };
    image.referrerPolicy = 'no-referrer';
    image.src = url;
  });
}

/** Null if no answer came in time. */
function run(realm: Realm, url: string, init: GetInit): Promise<Answer | null> {
  const { fetch, AbortController } = realm;
  const abort = AbortController === undefined ? null : new AbortController();
  let late = false;
  const timer = realm.setTimeout?.(() => {
    late = true;
    abort?.abort();
  }, answerTimeoutMs);
  // A promise does this at once, and makes a rejection of what is thrown.
  const request = new Promise<Answer>((resolve) => {
    if (fetch === undefined) throw new Error('There is no fetch.');
    resolve(fetch(url, abort === null ? init : { ...init, signal: abort.signal }));
  });
  return request.then(
    (answer) => {
      realm.clearTimeout?.(timer);
      // Node keeps a connection to itself until the answer has been read.
      answer.text?.().catch(() => undefined);
      return answer;
    },
    (error: unknown) => {
      realm.clearTimeout?.(timer);
      if (late) return null;
      throw error;
    },
  );
}
