import { UsageError } from '../terminal/usage-error.js';
import type { SettingKind } from './setting-options.js';

const yes: ReadonlySet<string> = new Set(['true', 'yes', '1', 'on']);
const no: ReadonlySet<string> = new Set(['false', 'no', '0', 'off']);

/**
 * Turns the text of a flag or variable into a setting's value. Whether the value
 * is allowed is for the form of the setting to say.
 *
 * @param text what was given; for `sources` one text per flag
 * @param origin the flag or variable, for the message
 * @throws UsageError for `sources` that are none; it never quotes the text
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
      return readNumber(single);
    case 'switch':
      return readSwitch(single);
  }
}

function readList(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What is no number stays text, for the form of the setting to refuse: it names the bounds. */
function readNumber(text: string): unknown {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? text : number;
}

/** What is neither stays text, for the form of the setting to refuse. */
function readSwitch(text: string): unknown {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : text;
}

function readSources(texts: readonly string[], origin: string): Record<string, string[]> {
  return Object.fromEntries(
    texts.map((text) => {
      const [parameter, ...paths] = text.split('=');
      const names = readList(paths.join('='));
      if (parameter === undefined || parameter.trim() === '' || names.length === 0) {
        throw new UsageError(`${origin}: It must have the form parameter=path,path. Example: apps=properties.my_apps`);
      }
      return [parameter.trim(), names];
    }),
  );
}
