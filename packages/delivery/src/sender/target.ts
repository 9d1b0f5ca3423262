/** A URL cut in two: where to connect, and what to ask for. */
export interface Target {
  readonly origin: string;
  readonly path: string;
}

const shape = /^(https?:\/\/[^/?#@\s]+)(\/[\x21\x22\x24-\x7e]*)$/i;

/** Cuts a URL at the end of its host; null for what is no URL, names a user, or holds what must be encoded. */
export function readTarget(url: string): Target | null {
  const [, origin, path] = shape.exec(url) ?? [];
  return origin === undefined || path === undefined ? null : { origin, path };
}
