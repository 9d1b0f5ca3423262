import { encodeValue, type LoopRequest } from '../request/request.js';
import { RequestDraft } from '../request/draft.js';
import { wireParameters } from '../table/table.js';
import type { Pass } from './pass.js';

/**
 * Writes the request. If its URL is longer than the limit, the tail of `apps` goes first, at a comma, then
 * properties from the last. Required parameters, hashes, demographics and the event's name always stay.
 *
 * @param maxLength of the URL, in characters.
 */
export function fitUrl(pass: Pass, maxLength: number): LoopRequest {
  const { draft } = pass;
  const excess = draft.url.length - maxLength;
  const { url, params } = excess > 0 ? cut(pass, excess) : draft;
  return { method: 'GET', url, params };
}

/** Parameters that are lists of names with commas between them. */
const lists = wireParameters.filter(({ form }) => form === 'names').map(({ name }) => name);

/** @param excess characters that have to go. */
function cut(pass: Pass, excess: number): RequestDraft {
  const { draft } = pass;
  const pairs = Object.entries(draft.params);
  let left = excess;
  for (const list of lists) {
    const names = draft.params[list];
    if (names === undefined || left <= 0) continue;
    const index = pairs.findIndex(([name]) => name === list);
    const kept = shorten(names.split(','), left);
    left -= encodedLength(list, names) - (kept === undefined ? 0 : encodedLength(list, kept));
    pairs.splice(index, 1, ...(kept === undefined ? [] : [[list, kept] as [string, string]]));
    pass.addNote('cut_to_fit', list, null);
  }
  const properties = Object.keys(draft.params).length - draft.fixedCount;
  for (let index = 0; index < properties && left > 0; index++) {
    const [name, text] = pairs.pop() as [`value[${string}]`, string];
    left -= encodedLength(name, text);
    pass.addNote('cut_to_fit', name, null);
  }
  return rewrite(draft.endpoint, pairs);
}

function rewrite(endpoint: string, pairs: readonly (readonly [string, string])[]): RequestDraft {
  const draft = new RequestDraft(endpoint);
  for (const [name, value] of pairs) draft.add(name, value);
  return draft;
}

/** The first names that are short enough together; undefined if not even one is. */
function shorten(all: readonly string[], excess: number): string | undefined {
  const names = [...all];
  for (let left = excess; left > 0 && names.length > 0;) {
    left -= '%2C'.length + encodeValue(names.pop() ?? '').length;
  }
  return names.length > 0 ? names.join(',') : undefined;
}

/** What a pair takes in the URL, with its `&` and `=`. The brackets of a key are not escaped. */
function encodedLength(name: string, value: string): number {
  return '&='.length + name.length + encodeValue(value).length;
}
