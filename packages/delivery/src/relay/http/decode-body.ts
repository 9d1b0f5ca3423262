import { isUtf8 } from 'node:buffer';
import { Refusal } from './refusal.js';

/** What a body may start with to say how it is written, before all that a header says. */
const marks = [
  { mark: Buffer.from([0xef, 0xbb, 0xbf]), charset: 'utf-8' },
  { mark: Buffer.from([0xff, 0xfe]), charset: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), charset: 'utf-16be' },
] as const;

const named = /;\s*charset\s*=\s*"?([^\s";]+)/i;

/**
 * Reads a body as text: by its byte-order mark, else by the charset that `Content-Type` names, else as UTF-8.
 * Nothing is guessed: a garbled name makes another person of somebody.
 *
 * @param contentType the header as it came
 * @returns the body in UTF-8, without a mark
 * @throws Refusal if it is not what it says, or in a charset that this machine does not know
 */
export function decodeBody(body: Buffer, contentType: string | undefined): Buffer {
  const found = marks.find(({ mark }) => body.subarray(0, mark.length).equals(mark));
  const bytes = found === undefined ? body : body.subarray(found.mark.length);
  const declared = named.exec(contentType ?? '')?.[1]?.toLowerCase();
  const charset = found?.charset ?? declared ?? 'utf-8';
  if (charset === 'utf-8' || charset === 'utf8') {
    if (isUtf8(bytes)) return bytes;
    throw new Refusal('not_utf8');
  }
  return Buffer.from(decode(bytes, charset), 'utf8');
}

function decode(bytes: Buffer, charset: string): string {
  let decoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true });
  } catch {
    throw new Refusal('unsupported_charset');
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refusal('unreadable_body');
  }
}
