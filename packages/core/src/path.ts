/** A path such as `context.device.model`, split once. */
export interface Path {
  readonly text: string;
  readonly keys: readonly string[];
}

export function compilePath(text: string): Path {
  return { text, keys: text.split('.') };
}

/** Stands for a value that threw when it was read (a getter, a revoked proxy). */
export const unreadable: unique symbol = Symbol('unreadable');

const hasOwn = Object.prototype.hasOwnProperty;

/**
 * The value at a path, `undefined` if there is none, `unreadable` if reading it throws.
 * Only own properties count, so nothing that a prototype carries is ever read as part of an event.
 */
export function readPath(root: unknown, path: Path): unknown {
  let value: unknown = root;
  try {
    for (const key of path.keys) {
      if (typeof value !== 'object' || value === null || !hasOwn.call(value, key)) return undefined;
      value = (value as Record<string, unknown>)[key];
    }
  } catch {
    return unreadable;
  }
  return value;
}
