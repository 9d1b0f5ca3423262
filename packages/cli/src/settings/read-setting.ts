import { UsageError } from '../terminal/usage-error.js';
import type { SettingKind } from './setting-options.js';

const yes: ReadonlySet<string> = new Set(['true', 'yes', '1', 'on']);
const no: ReadonlySet<string> = new Set(['false', 'no', '0', 'off']);

/**
 * Turns the text of a flag or variable into a setting's value. Whether the value
 * is allowed is for the core's schema to say.
 *
 * @param text what was given; for `sources` one text per flag
 * @param origin the flag or variable, for the message
 * @throws UsageError if the text has not the form of its kind; it never quotes the text
 */
export function readSetting(kind: SettingKind, text: string | readonly string[], origin: string): unknown {
  if (kind === 'sources') return readSources(typeof text === 'string' ? [text] : text, origin);
  const single = typeof text === 'string' ? text : (text.at(-1) ?? '');
  switch (kind) {
    case 'text':
      return single;
    case 'textOrNone':
      return single === '' || single === 'none' ? null : single;
    case 'list':
      return readList(single);
    case 'listOrWord':
      return single === 'all' || single === 'none' ? single : readList(single);
    case 'countOrList':
      return /^\s*\d+\s*$/.test(single) ? Number(single) : readList(single);
    case 'number':
      return readNumber(single, origin);
    case 'switch':
      return readSwitch(single, origin);
  }
}

function readList(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function readNumber(text: string, origin: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) throw new UsageError(`${origin} must be a number.`);
  return number;
}

function readSwitch(text: string, origin: string): boolean {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  if (no.has(word)) return false;
  throw new UsageError(`${origin} must be yes or no.`);
}

function readSources(texts: readonly string[], origin: string): Record<string, string[]> {
  return Object.fromEntries(
    texts.map((text) => {
      const [parameter, ...paths] = text.split('=');
      const names = readList(paths.join('='));
      if (parameter === undefined || parameter.trim() === '' || names.length === 0) {
        throw new UsageError(`${origin} must have the form parameter=path,path. Example: apps=properties.my_apps`);
      }
      return [parameter.trim(), names];
    }),
  );
}
