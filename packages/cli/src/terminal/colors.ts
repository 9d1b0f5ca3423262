import picocolors from 'picocolors';

import type { OutputStream } from './io.js';

export type Colors = ReturnType<typeof picocolors.createColors>;

/**
 * Colors for a stream: none where it is no terminal, where `NO_COLOR` is set
 * (see no-color.org) or the terminal is `dumb`; always with `FORCE_COLOR`.
 */
export function colorsFor(stream: OutputStream, environment: Readonly<Record<string, string | undefined>>): Colors {
  const isOn = (name: string): boolean => (environment[name] ?? '') !== '';
  const enabled =
    !isOn('NO_COLOR') && (isOn('FORCE_COLOR') || (stream.isTTY === true && environment['TERM'] !== 'dumb'));
  return picocolors.createColors(enabled);
}
