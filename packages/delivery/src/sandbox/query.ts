/** A query string, read. */
export interface Query {
  /** Name and value, decoded, in order; of a repeated name the first value. */
  readonly params: Record<string, string>;
  /** The names that came more than once. */
  readonly repeated: readonly string[];
}

/** Reads a query string the way servers do. `text` is without the `?`. */
export function readQuery(text: string): Query {
  const params = new Map<string, string>();
  const repeated = new Set<string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (params.has(name)) repeated.add(name);
    else params.set(name, value);
  }
  return { params: Object.fromEntries(params), repeated: [...repeated] };
}

/** Masks the source hash in a query string, however its name is encoded: it is a secret, in a test's output too. */
export function maskSourceHash(text: string): string {
  const mask = (pair: string): string => (new URLSearchParams(pair).has('source_hash') ? 'source_hash=***' : pair);
  return text.split('&').map(mask).join('&');
}
