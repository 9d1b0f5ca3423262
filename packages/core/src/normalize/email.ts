/** RFC 3696 as it first was; its erratum 1690 says 254, but longer ones are in use. In UTF-16 units. */
const maxLength = 320;

/** Nobody pads an address with more. It bounds the work on hostile text. In UTF-16 units. */
const maxPadding = 200;

/**
 * White space, control characters, invisible characters, halves of characters, and what tells an address from
 * `Name <address>`, a list or a `mailto:` link.
 */
const forbidden =
  // eslint-disable-next-line no-control-regex -- control characters are among what it keeps out
  /[\s\0-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff"(),:;<>[\\\]]/u;

/** What most addresses look like. It settles them at once; the rules that follow take them too. */
const common = /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/;

/** One @, and after it a domain with a dot, no empty part, and no ASCII punctuation but the hyphen. */
const shape = /^[^@]+@[^@.!-,/:-?[-`{-~]+(?:\.[^@.!-,/:-?[-`{-~]+)+$/;

/**
 * An e-mail address in the form that is hashed: trimmed and lower case, and nothing else, because customers who hash
 * by themselves do no more: no provider's own rule (dots, a tag after `+`), no Unicode normalization.
 * Source: Loop's guide on contact data.
 *
 * @param text a raw address. A name, a `mailto:` or further addresses around it are not taken off.
 * @returns null if the text is no address. Only its shape is looked at, not whether the address exists.
 */
export function normalizeEmail(text: string): string | null {
  if (text.length > maxLength + maxPadding) return null;
  const address = text.trim().toLowerCase();
  if (address.length > maxLength) return null;
  if (common.test(address)) return address;
  return !forbidden.test(address) && shape.test(address) ? address : null;
}
