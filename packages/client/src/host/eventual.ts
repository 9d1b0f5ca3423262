/** A value that is here, or a promise of it. */
export type Eventual<T> = T | PromiseLike<T>;

/**
 * Goes on with a value at once if it is here. `await` would put off even that to a later microtask, and a page that is
 * being left may have none.
 */
export function andThen<T, Next>(value: Eventual<T>, next: (value: T) => Eventual<Next>): Eventual<Next> {
  return isThenable(value) ? value.then(next) : next(value);
}

/** All values, as one value or as a promise. */
export function allOf<T>(values: readonly Eventual<T>[]): Eventual<T[]> {
  const here: T[] = [];
  for (const value of values) {
    if (isThenable(value)) return Promise.all(values);
    here.push(value);
  }
  return here;
}

/** Whether a value is a promise of any make: libraries such as zone.js bring their own. */
export function isThenable<T>(value: Eventual<T>): value is PromiseLike<T> {
  return typeof (value as { readonly then?: unknown } | null | undefined)?.then === 'function';
}
