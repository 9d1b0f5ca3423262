import { shellWord } from '../terminal/shell-word.js';
import { attributeName, flagName, type FlagValues } from './apply-options.js';
import { settingOptions } from './setting-options.js';

/**
 * The settings' flags that were typed, so that they can be typed again: a command that is copied from the screen goes
 * where this one went, to the sandbox and not to Loop. A source hash is left out, because what is printed may be kept in
 * a log.
 *
 * @param flags commander's option values
 * @param more flags that are no settings of the translator, as commander declares them: `--rate <number>`
 * @example repeatedFlags({ endpoint: 'http://127.0.0.1:8765/mobile' }) // ['--endpoint http://127.0.0.1:8765/mobile']
 */
export function repeatedFlags(flags: FlagValues, more: readonly string[] = []): string[] {
  const settings = settingOptions.filter(({ path }) => !path.startsWith('sourceHash'));
  return ['--config <file>', ...settings.map(({ flag }) => flag), ...more].flatMap((flag) => {
    const given = flags[attributeName(flag)];
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    return values.flatMap((value) => (typeof value === 'string' ? [`${flagName(flag)} ${shellWord(value)}`] : []));
  });
}
