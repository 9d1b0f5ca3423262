const removed = '[redacted]';

/** URLs may hold an apostrophe and brackets, so only these end one. */
const tokens = /[^\s"<>`]+/g;

const userinfo = /(:\/\/|%3A%2F%2F)[^/?#]*@/gi;

/**
 * Where the secret part of a token may begin: at a `?` or `&` with a `key=` after it, at
 * `source_hash=`, at `value[key]=`. Each also percent-encoded, once or more often, because a URL inside
 * a URL is. The bound on the key keeps the search linear.
 */
const query =
  /(?:[?&]|%(?:25)*(?:3F|26))[\w.[\]%-]{1,100}?(?:=|%(?:25)*3D)|source_hash(?:=|%(?:25)*3D)|value(?:\[|%(?:25)*5B)[\w.%-]{1,100}?(?:\]|%(?:25)*5D)(?:=|%(?:25)*3D)/i;

/** In what is plainly a URL, a query begins here even without `key=`. */
const urlStart = /:\/\/|%(?:25)*3A%/i;
const urlQuery = /(?:[?#]|%(?:25)*(?:3F|23))/gi;

/** Parameters as an object prints: `source_hash: 'XYZ'`, `"value[key]":"XYZ"`. */
const sourceHashMember = /(source_hash["']?\s{0,8}:\s{0,8}["']?)[^\s"',}]+/gi;
const valueMember = /(value\[[\w.-]{1,100}\]["']\s{0,8}:\s{0,8}["'])[^"']+/gi;

/**
 * Takes what must not be shown out of a text, for error messages and logs: the query, the fragment
 * and the user name and password of every URL, and every piece of a query that stands alone
 * (`source_hash=…`, `value[…]=…`, `&ct=…`), percent-encoded ones included. The rest of the text
 * stays. HTTP clients put the full URL into their errors, and Loop's URL holds the source hash and
 * the person's identifiers.
 *
 * Never throws; the time is linear in the length of the text.
 *
 * @example
 * redactUrl('GET https://api.retargetly.com/mobile?app=com.example.app&source_hash=XYZ123 failed')
 * // 'GET https://api.retargetly.com/mobile?[redacted] failed'
 */
export function redactUrl(text: string): string {
  const withoutQueries = text.replace(tokens, redactToken);
  return withoutQueries.replace(sourceHashMember, `$1${removed}`).replace(valueMember, `$1${removed}`);
}

function redactToken(token: string): string {
  const text = token.replace(userinfo, '$1');
  const start = Math.min(startOfQuery(text), startOfUrlQuery(text));
  if (start === Number.POSITIVE_INFINITY) return text;
  return text.slice(0, start) + removed + closing(text);
}

/** The separator stays, so that the reader sees that a query was there. */
function startOfQuery(text: string): number {
  const found = query.exec(text);
  if (found === null) return Number.POSITIVE_INFINITY;
  const separator = /^(?:[?&]|%(?:25)*(?:3F|26))/i.exec(found[0])?.[0] ?? '';
  return found.index + separator.length;
}

function startOfUrlQuery(text: string): number {
  const url = urlStart.exec(text);
  if (url === null) return Number.POSITIVE_INFINITY;
  urlQuery.lastIndex = url.index;
  const found = urlQuery.exec(text);
  return found === null ? Number.POSITIVE_INFINITY : found.index + found[0].length;
}

/** A quote, bracket or full stop that ends the token belongs to the sentence around the URL. */
function closing(text: string): string {
  return /[').,;:\]}]{0,3}$/.exec(text)?.[0] ?? '';
}
