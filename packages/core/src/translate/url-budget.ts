import { encodeValue, type LoopRequest } from '../request/request.js';
import { RequestDraft } from '../request/draft.js';
import type { Run } from './pass.js';

/**
 * Writes the request. If its URL is longer than the limit, the tail of `apps` goes first, at a comma, then
 * properties from the last. Required parameters, hashes, demographics and the event's name always stay.
 *
 * @param maxLength of the URL, in characters.
 */
export function fitUrl(
  run: Run,
  draft: RequestDraft,
  apps: readonly string[] | undefined,
  maxLength: number,
): LoopRequest {
  const excess = draft.url.length - maxLength;
  const { url, params } = excess > 0 ? cut(run, draft, apps, excess) : draft;
  return { method: 'GET', url, params };
}

/** @param excess characters that have to go. */
function cut(run: Run, draft: RequestDraft, apps: readonly string[] | undefined, excess: number): RequestDraft {
  const pairs = Object.entries(draft.params);
  let left = excess;
  if (apps !== undefined) {
    const index = pairs.findIndex(([name]) => name === 'apps');
    const names = shorten(apps, left);
    left -= encodedLength('apps', apps.join(',')) - (names === undefined ? 0 : encodedLength('apps', names));
    pairs.splice(index, 1, ...(names === undefined ? [] : [['apps', names] as [string, string]]));
    run.note('cut_to_fit', 'apps', null);
  }
  const properties = Object.keys(draft.params).length - draft.fixedCount;
  for (let index = 0; index < properties && left > 0; index++) {
    const [name, text] = pairs.pop() as [`value[${string}]`, string];
    left -= encodedLength(name, text);
    run.note('cut_to_fit', name, null);
  }
  return rewrite(draft.endpoint, pairs);
}

function rewrite(endpoint: string, pairs: readonly (readonly [string, string])[]): RequestDraft {
  const draft = new RequestDraft(endpoint);
  for (const [name, value] of pairs) draft.add(name, value);
  return draft;
}

/** The first names that are short enough together; undefined if not even one is. */
function shorten(apps: readonly string[], excess: number): string | undefined {
  const names = [...apps];
  for (let left = excess; left > 0 && names.length > 0;) {
    left -= '%2C'.length + encodeValue(names.pop() ?? '').length;
  }
  return names.length > 0 ? names.join(',') : undefined;
}

/** What a pair takes in the URL, with its `&` and `=`. The brackets of a key are not escaped. */
function encodedLength(name: string, value: string): number {
  return '&='.length + name.length + encodeValue(value).length;
}
