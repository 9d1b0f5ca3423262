import type { DeadLetter } from '@loop-adapters/delivery/queue';

import { pad, printable, wrap } from '../../terminal/layout.js';
import { shortenHash } from '../../terminal/mask.js';

const eventName = 'value[event]';

const shortestKey = 8;

/** What stands above the list of dead letters. A queue in Redis has longer keys than one in a file, all of one length. */
export function formatLetterHeading({ key }: DeadLetter): string {
  return `${pad('Key', Math.max(key.length, shortestKey))}  Given up              Reason              Tries  Event`;
}

/** A dead letter in one line, below {@link formatLetterHeading}. */
export function formatLetter(letter: DeadLetter): string {
  const { key, code, httpStatus, attempts, params } = letter;
  const reason = httpStatus === null ? code : `${code} ${String(httpStatus)}`;
  const cells = [pad(key, shortestKey), isoSeconds(letter.buriedAtMs), pad(reason, 18), String(attempts).padStart(5)];
  return [...cells, printable(params[eventName] ?? '–')].join('  ');
}

/** A dead letter in full, its hashes shortened. */
export function formatWholeLetter(letter: DeadLetter, width: number): string[] {
  const { key, code, httpStatus, attempts, message, addedAtMs, buriedAtMs, params } = letter;
  const tries = attempts === 1 ? '1 try' : `${String(attempts)} tries`;
  const names = Object.keys(params).map(printable);
  const nameWidth = Math.max(...names.map((name) => name.length), 10);
  return [
    `Dead letter ${key}: ${code}${httpStatus === null ? '' : ` (HTTP ${String(httpStatus)})`}, given up after ${tries}`,
    ...wrap(message, width - 2).map((line) => `  ${line}`),
    `  ${pad('added', nameWidth)}  ${isoSeconds(addedAtMs)}`,
    `  ${pad('given up', nameWidth)}  ${isoSeconds(buriedAtMs)}`,
    ...Object.entries(params).map(
      ([name, value]) => `  ${pad(printable(name), nameWidth)}  ${printable(shortenHash(value))}`,
    ),
  ];
}

/** A dead letter for programs: times as ISO dates. */
export function letterJson({ addedAtMs, buriedAtMs, ...rest }: DeadLetter): Record<string, unknown> {
  return { ...rest, addedAt: new Date(addedAtMs).toISOString(), buriedAt: new Date(buriedAtMs).toISOString() };
}

function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
