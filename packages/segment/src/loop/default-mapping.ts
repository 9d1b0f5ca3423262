import type { InputField } from '@segment/actions-core';

/** What Segment's dashboard takes as a field's default. */
export type DefaultMapping = NonNullable<InputField['default']>;

/**
 * A mapping that puts the objects at some paths together. It is an object even if the event has none of them, so that a
 * field that somebody has cleared, which is `undefined`, can be told from one whose values are absent.
 *
 * Where two have the same key, the earlier path wins, and its keys come first, as in the core.
 *
 * @param paths into the event, such as `context.traits`; at least one
 */
export function merged(paths: readonly string[]): DefaultMapping {
  const objects = paths.map((path) => ({ '@path': `$.${path}` }));
  // Later objects overwrite the values, but the order of the keys is that of the first one.
  const byPrecedence = objects.slice(0, -1).reverse();
  return { '@merge': { direction: 'right', objects: [...objects, ...byPrecedence] } };
}
