import { withAsciiDigits } from './ascii-digits.js';
import { withoutInvisible } from './invisible.js';

/** What somebody wrote as a phone number: its digits, and what stands before them. */
export interface DialedNumber {
  readonly digits: string;
  /** Whether a country code follows: there is a plus sign, or the text is a link or an ID of WhatsApp. */
  readonly international: boolean;
  /** The digits before the first space or sign. They tell `009 57 …` from `00 957 …`. */
  readonly firstGroup: string;
}

/** A link with a message in it is longer than a number with words around it. Both bound the work. In UTF-16 units. */
const maxLength = 512;
const maxNumberLength = 100;

/** WhatsApp's own ID of a person, perhaps with the number of one of the person's devices. Groups have other domains. */
const whatsAppId = /^\+?(\d{7,15})(?::\d{1,3})?@(?:s\.whatsapp\.net|c\.us)$/i;

/** `https://wa.me/5491151190123?text=…`, `https://api.whatsapp.com/send?phone=…`, `whatsapp://send?phone=…` */
const whatsAppLink =
  /^(?:https?:\/\/)?(?:(?:www\.)?wa\.me\/|(?:(?:www|api|web|chat)\.)?whatsapp\.com\/send\/?\?(?:[^#]*&)?phone=)(?:\+|%2b)?([\d-]{7,20})(?![\d-])|^whatsapp:\/\/send\/?\?(?:[^#]*&)?phone=(?:\+|%2b)?([\d-]{7,20})(?![\d-])/i;

/**
 * Brazil's forms print the place for the carrier code of a long-distance call: `(0xx11)`, `0**11`, `(xx11)`. The sign
 * before it, or the start, tells it from an extension (`…50 x11`).
 */
const carrierPlace = /(^|\D)(?:0[\s-]{0,2}[x*]{1,2}|\(xx)(?=[\s()-]{0,3}[1-9])/i;

/** In English, Spanish and Portuguese, as `x12` and `#12`, and as in RFC 3966 (`;ext=12`). */
const extension =
  /[\s,;/(-]*\b(?:ext(?:n|ensi[oó]n|ens[aã]o)?|x|int(?:erno)?|anexo|ramal|r|op(?:c|ci[oó]n)?)[\s.:=#]*\d{1,6}\D*$|[\s,;(-]*#[\s.:]*\d{1,6}[\s)]*$/i;

/** Between an extension's sign and the number there need be no space: `5551234x12`. */
const attachedExtension = /(\d)(?:x|ext\.?)\d{1,6}$/i;

/** Spreadsheets and data frames make a number of a phone, and text of the number. */
const decimalZero = /^(\+?\d{7,})[.,]0{1,2}$/;

/** Quotation marks and what a spreadsheet puts before text, around everything. */
const quotes = /^[\s=]*['"`´‘’“”«]+|['"`´‘’“”»]+\s*$/g;

/** From the first digit to the last: digits and what one writes between them. */
const dialable = /^\d[\d\s()[\]./·•‐-―−-]*$/;

/** Words that are written together with the number that follows: `Cel1151190123`. */
const attachedLabel =
  /(?:^|[^a-zà-ÿ])(?:te?le?f?|tfno|tlf|phone|ph|fone|telefone|tel[eé]fono|cel|cell|celular|mobile?|mob|m[oó]vil|movel|whats?app|wsp|wpp|wapp|wa)$/i;

/**
 * Reads the one phone number in a text, whatever its script, its punctuation and the words around it. An extension goes.
 * Letters among the digits, or two numbers, make it none.
 */
export function readDialedNumber(text: string): DialedNumber | null {
  if (text.length > maxLength) return null;
  const plain = withoutInvisible(withAsciiDigits(text)).trim();
  const link = whatsAppId.exec(plain) ?? whatsAppLink.exec(plain);
  if (link !== null) return dialed((link[1] ?? link[2] ?? '').replace(/-/g, ''), true);
  return plain.length > maxNumberLength ? null : readWritten(plain);
}

function readWritten(plain: string): DialedNumber | null {
  const written = plain
    .replace(quotes, '')
    .replace(decimalZero, '$1')
    .replace(carrierPlace, '$10 ')
    .replace(extension, '')
    .replace(attachedExtension, '$1');
  const start = written.search(/\d/);
  if (start === -1) return null;
  const before = written.slice(0, start);
  const fromStart = written.slice(start);
  const after = /\D*$/.exec(fromStart)?.[0] ?? '';
  const number = fromStart.slice(0, fromStart.length - after.length);
  if (!dialable.test(number) || !mayStandBefore(before) || !mayStandAfter(after)) return null;
  return dialed(number, before.includes('+'));
}

function dialed(number: string, international: boolean): DialedNumber {
  return {
    digits: number.replace(/\D/g, ''),
    international,
    firstGroup: /^\d*/.exec(number)?.[0] ?? '',
  };
}

/** Words, and at most one plus sign directly before the number. A letter directly before it belongs to a code. */
function mayStandBefore(text: string): boolean {
  if (text === '' || text === '+') return true;
  if (/[@*%$€£¥_\\{}|]|\/\/|[^\s]\/$/.test(text)) return false;
  const words = text.replace(/\+{1,2}[\s([]*$/, '');
  if (words.includes('+')) return false;
  return !isLetter(words.slice(-1)) || attachedLabel.test(words);
}

/** Words behind a space or a sign; what a hyphen ties to the number is a part of it (`1-800-FLOWERS`). */
function mayStandAfter(text: string): boolean {
  return text === '' || (!/[@*%$€£¥_\\{}|+]/.test(text) && !isLetter(text.charAt(text.startsWith('-') ? 1 : 0)));
}

/** Letters have two cases, or stand outside of Latin, where words are written without spaces. */
function isLetter(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase();
}
