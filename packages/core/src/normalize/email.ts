import { withoutInvisible } from './invisible.js';
import { isPlaceholderEmail } from './placeholder-email.js';

/** RFC 3696 as it first was; its erratum 1690 says 254, but longer ones are in use. In UTF-16 units. */
const maxLength = 320;

/** Nobody pads an address with more. It bounds the work on hostile text. In UTF-16 units. */
const maxPadding = 200;

/**
 * White space, control characters, halves of characters, and what tells an address from `Name <address>`, a list or a
 * `mailto:` link.
 */
// eslint-disable-next-line no-control-regex -- control characters are among what it keeps out
const forbidden = /[\s\0-\x1f\x7f-\x9f\ud800-\udfff"(),:;<>[\\\]]/u;

/** What most addresses look like. It settles them at once; the rules that follow take them too. */
const common = /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/;

/** One @, and after it a domain with a dot, no empty part, and no ASCII punctuation but the hyphen. */
const shape = /^[^@]+@[^@.!-,/:-?[-`{-~]+(?:\.[^@.!-,/:-?[-`{-~]+)+$/;

/** Around an address that was copied out of a sentence, a list or a spreadsheet: quotation marks, and the full stop. */
const leading = /^[\s"'`´‘’“”«»]+/;
const trailing = /[\s"'`´‘’“”«»]*\.?[\s"'`´‘’“”«»]*$/;

/** WhatsApp's IDs have the form of an address: of a person (which is a phone), a group, or a list. */
const whatsAppDomain = /@(?:[a-z]\.us|lid|(?:s\.)?whatsapp\.net)$/;

/**
 * An e-mail address in the form that is hashed: invisible characters, outer quotes and a final dot come off; then
 * trimmed and lower case, and nothing else, because customers who hash by themselves do no more: no provider's own rule
 * (dots, a tag after `+`), no Unicode normalization. Source: Loop's guide on contact data.
 *
 * @param text a raw address. A name, a `mailto:` or further addresses around it are not taken off.
 * @returns null if the text is no address, a WhatsApp ID, or one that many people type to get past a form. Only its
 *   shape is looked at, not whether the address exists.
 *
 * @example normalizeEmail(' "Example@EXAMPLE.com." ') // 'example@example.com'
 */
export function normalizeEmail(text: string): string | null {
  const address = normalizeAddress(text);
  return address === null || isPlaceholderEmail(address) ? null : address;
}

/** As `normalizeEmail`, but for what many people type too: whoever wants to say why nothing was sent asks for both. */
export function normalizeAddress(text: string): string | null {
  if (text.length > maxLength + maxPadding) return null;
  const lower = text.trim().toLowerCase();
  if (lower.length <= maxLength && common.test(lower)) return ofPerson(lower);
  const address = withoutInvisible(lower).replace(leading, '').replace(trailing, '');
  if (address.length > maxLength || forbidden.test(address) || !shape.test(address)) return null;
  return ofPerson(address);
}

function ofPerson(address: string): string | null {
  return whatsAppDomain.test(address) ? null : address;
}
