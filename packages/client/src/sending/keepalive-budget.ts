import type { Realm } from '../host/realm.js';

/**
 * What Chromium allows the requests of a page that outlive it, all of its scripts together: so many bytes of URLs and
 * headers, and so many requests on their way. Over that, `fetch` rejects at once. (Tried in Chromium 130 to 156.)
 */
const pageLimit = { bytes: 512 * 1024, requests: 256 };

/** What we use of it while the page is there. The rest is for other scripts, and for the moment when the page goes. */
const everyday = { bytes: pageLimit.bytes * 0.75, requests: pageLimit.requests * 0.5 };

/** What we use of it when the page goes away: other scripts send their last requests then, too. */
const atTheEnd = { bytes: pageLimit.bytes * 0.9, requests: pageLimit.requests * 0.75 };

/** More bytes than the headers have that count. */
const headerBytes = 512;

/** Keeps count of the requests that are on their way and may outlive the page. */
export interface KeepaliveBudget {
  /**
   * Takes room for a request.
   * @param url percent-encoded, so that a character is a byte
   * @param isLast whether the page is going away
   * @returns a function that gives the room back, to be called once; null if there is no room
   */
  take(url: string, isLast: boolean): (() => void) | null;
}

/** Where there is no page to outlive (Node, React Native), there is no limit. */
export function createKeepaliveBudget({ document, WorkerGlobalScope }: Realm): KeepaliveBudget {
  const isLimited = document !== undefined || WorkerGlobalScope !== undefined;
  let bytes = 0;
  let requests = 0;
  return {
    take(url, isLast) {
      const size = url.length + headerBytes;
      const limit = isLast ? atTheEnd : everyday;
      // A request that is too large by itself goes alone: it would never go otherwise.
      const fits = requests === 0 || (bytes + size <= limit.bytes && requests < limit.requests);
      if (isLimited && !fits) return null;
      bytes += size;
      requests += 1;
      return () => {
        bytes -= size;
        requests -= 1;
      };
    },
  };
}
