import { encodeValue, type LoopRequest } from './request.js';
import type { Run } from './run.js';
import type { Values } from './values/index.js';

type Pair = readonly [name: string, value: string | undefined];

/**
 * Writes the request. If its URL is longer than the limit, the tail of `apps` goes first, at a comma, then
 * properties from the last. Required parameters, hashes, demographics and the event's name always stay.
 */
export function fitUrl(
  run: Run,
  endpoint: string,
  params: readonly Pair[],
  apps: readonly string[] | undefined,
  values: Values,
  maxLength: number,
): LoopRequest {
  const whole = write(endpoint, params, values.fixed, values.properties);
  if (whole.url.length <= maxLength) return whole;

  let excess = whole.url.length - maxLength;
  let { properties } = values;
  let kept = params;
  if (apps !== undefined) {
    const names = cutApps(apps, excess);
    kept = params.map(([name, value]) => [name, name === 'apps' ? names : value] as const);
    excess -= encodedLength('apps', apps.join(',')) - (names === undefined ? 0 : encodedLength('apps', names));
    run.note('cut_to_fit', 'apps', null);
  }
  while (excess > 0 && properties.length > 0) {
    const [key, text] = properties[properties.length - 1] as readonly [string, string];
    excess -= encodedLength(`value[${key}]`, text);
    properties = properties.slice(0, -1);
    run.note('cut_to_fit', `value[${key}]`, null);
  }
  return write(endpoint, kept, values.fixed, properties);
}

/** The first names that are short enough together; undefined if not even one is. */
function cutApps(apps: readonly string[], excess: number): string | undefined {
  const names = [...apps];
  let left = excess;
  while (left > 0 && names.length > 0) left -= encodedLength(',', names.pop() ?? '') - '&,='.length + '%2C'.length;
  return names.length > 0 ? names.join(',') : undefined;
}

/** What a pair takes in the URL, with its `&` and `=`. The brackets of a key are not escaped. */
function encodedLength(name: string, value: string): number {
  return name.length + encodeValue(value).length + '&='.length;
}

function write(endpoint: string, params: readonly Pair[], fixed: Values['fixed'], properties: Values['properties']): LoopRequest {
  const written: Record<string, string> = {};
  let query = '';
  for (const [name, value] of params) {
    if (value === undefined) continue;
    written[name] = value;
    query += `&${name}=${encodeValue(value)}`;
  }
  for (const pairs of [fixed, properties]) {
    for (const [key, text] of pairs) {
      const name = `value[${key}]`;
      written[name] = text;
      query += `&${name}=${encodeValue(text)}`;
    }
  }
  return { method: 'GET', url: `${endpoint}?${query.slice(1)}`, params: written };
}
