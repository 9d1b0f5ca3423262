import type { InputField } from '@segment/actions-core';

/** What Segment's dashboard takes as a field's default. */
export type DefaultMapping = NonNullable<InputField['default']>;

/**
 * A mapping that takes the first of a few paths whose value is there and not empty.
 *
 * It asks `blank`, not `exists`: the SDKs send `''` for what they don't know, and `exists` would take that for a value.
 *
 * @param paths into the event, such as `context.device.model`; at least one
 */
export function firstPresent(paths: readonly string[]): DefaultMapping {
  const [path = '', ...rest] = paths;
  const value = at(path);
  return rest.length === 0 ? value : { '@if': { blank: value, then: value, else: firstPresent(rest) } };
}

/** A mapping that keeps the values of all paths, each under a key that names its path. */
export function everyOne(paths: readonly string[]): DefaultMapping {
  return Object.fromEntries(paths.map((path) => [path.replace(/\./g, '_'), at(path)]));
}

/**
 * A mapping that puts the objects at several paths together. Where two have the same key, the earlier path wins, and
 * its keys come first, as in the core.
 */
export function allTogether(paths: readonly string[]): DefaultMapping {
  const objects = paths.map(at);
  const [only] = objects;
  if (objects.length === 1 && only !== undefined) return only;
  // Later objects overwrite the values, but the order of the keys is that of the first one.
  const byPrecedence = objects.slice(0, -1).reverse();
  return { '@merge': { direction: 'right', objects: [...objects, ...byPrecedence] } };
}

function at(path: string): { '@path': string } {
  return { '@path': `$.${path}` };
}
