/** What can be said of JSON without making objects of it. */
export interface JsonShape {
  /** How deep arrays and objects stand in each other: 1 for `{}`. */
  readonly depth: number;
  /** How many keys all objects have together. */
  readonly keys: number;
  /** The text under `writeKey` in the outermost object; null if there is none, or if it has escapes in it. */
  readonly writeKey: string | null;
}

/** How much of it is allowed. */
export interface ShapeLimits {
  readonly depth: number;
  readonly keys: number;
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const comma = 0x2c;
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A write key is at most this long. */
const maxKeyBytes = 128;

/**
 * Goes once over the bytes of JSON, so that a body is judged before it is parsed: 500 KB of nested brackets or of
 * one-letter keys cost the parser fifty times what they cost here.
 *
 * What is no JSON has a shape too; the parser will refuse it.
 *
 * @returns null as soon as a limit is passed
 */
export function readJsonShape(bytes: Buffer, limits: ShapeLimits): JsonShape | null {
  let [depth, deepest, keys] = [0, 0, 0];
  let writeKey: string | null = null;
  let [textStart, textEnd] = [0, 0];
  let isWriteKey = false;
  for (let at = 0; at < bytes.length; at++) {
    switch (bytes[at]) {
      case quote: {
        textStart = at + 1;
        textEnd = endOfText(bytes, textStart);
        at = textEnd;
        if (isWriteKey) writeKey ??= shortText(bytes, textStart, textEnd);
        isWriteKey = false;
        break;
      }
      case colon:
        if (++keys > limits.keys) return null;
        isWriteKey = depth === 1 && shortText(bytes, textStart, textEnd) === 'writeKey';
        break;
      case openBrace:
      case openBracket:
        if (++depth > limits.depth) return null;
        deepest = Math.max(deepest, depth);
        isWriteKey = false;
        break;
      case comma:
        isWriteKey = false;
        break;
      case closeBrace:
      case closeBracket:
        depth--;
        break;
      default:
    }
  }
  return { depth: deepest, keys, writeKey };
}

/** Where the quote stands that ends a text; the end of the bytes if there is none. */
function endOfText(bytes: Buffer, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === quote) return at;
    if (bytes[at] === backslash) at++;
  }
  return bytes.length;
}

function shortText(bytes: Buffer, start: number, end: number): string | null {
  if (end - start > maxKeyBytes) return null;
  const text = bytes.toString('latin1', start, end);
  return text.includes('\\') ? null : text;
}
