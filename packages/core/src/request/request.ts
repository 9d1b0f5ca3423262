/** One request to Loop's Mobile API. There is no body: everything stands in the URL. */
export interface LoopRequest {
  readonly method: 'GET';
  readonly url: string;
  /** The parameters in the order of the URL, unescaped. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Whether `encodeURIComponent` would leave a text as it is: letters, digits, `-`, `.`, `_` and `~`. Most values are
 * such, and looking at each character is several times as fast as encoding, and faster than a regular expression.
 */
export function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isLetter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
    if (!isLetter && !(unit >= 48 && unit <= 57) && unit !== 45 && unit !== 46 && unit !== 95 && unit !== 126)
      return false;
  }
  return true;
}

/** One value in the query: percent-encoded, a space as `%20`. The text must be well-formed. */
export function encodeValue(text: string): string {
  return isPlain(text) ? text : encodeURIComponent(text);
}

/** A key in the query. The brackets of `value[…]` stay as they are, as in Loop's documentation. */
function encodeKey(key: string): string {
  return isPlain(key) ? key : encodeURIComponent(key).replace(/%5B/g, '[').replace(/%5D/g, ']');
}

/**
 * The URL for parameters, in the form of Loop's documented request: in the order given, brackets of `value[…]`
 * unescaped, a space as `%20`.
 *
 * @param endpoint the URL up to the query, without `?`.
 * @param params names and values, unescaped and well-formed (a lone surrogate makes it throw URIError).
 * Source: Loop's guide, "Integrate Loop's API for Mobile App Data Collection".
 */
export function formatUrl(endpoint: string, params: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(params).map(([key, value]) => `${encodeKey(key)}=${encodeValue(value)}`);
  return `${endpoint}?${pairs.join('&')}`;
}
