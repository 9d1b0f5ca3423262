import { deliveryCodes } from '@loop-adapters/delivery';
import { deadLetterCodes, type DeadLetterFilter } from '@loop-adapters/delivery/queue';

import type { FlagValues } from '../../settings/apply-options.js';
import { UsageError } from '../../terminal/usage-error.js';

/** A date, or a date with a time and, if need be, a time zone. Without one it is this machine's time. */
const dateForm = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Reads which dead letters are meant.
 *
 * @param keys what stands behind the command
 * @throws UsageError if a date can't be read, or a code is none
 */
export function readLetterFilter(keys: readonly string[], flags: FlagValues): DeadLetterFilter {
  const { code, since, until } = flags;
  return {
    ...(keys.length === 0 ? {} : { keys }),
    ...(Array.isArray(code) ? { codes: (code as readonly string[]).map(readCode) } : {}),
    ...(typeof since === 'string' ? { fromMs: readDateMs('--since', since) } : {}),
    ...(typeof until === 'string' ? { beforeMs: readDateMs('--until', until) } : {}),
  };
}

/** A code that is mistyped would find nothing, and look as if all were well. */
function readCode(code: string): string {
  const known = Object.keys({ ...deliveryCodes, ...deadLetterCodes });
  if (known.includes(code)) return code;
  throw new UsageError(
    `--code ${JSON.stringify(code)} is no reason of a dead letter. The reasons are: ${known.join(', ')}.`,
  );
}

/** A date alone is its midnight in this machine's time zone, as people mean it. */
function readDateMs(flag: string, text: string): number {
  const ms = dateForm.test(text) ? Date.parse(text.includes('T') ? text : `${text}T00:00`) : Number.NaN;
  if (Number.isNaN(ms)) throw new UsageError(`${flag} must be a date such as 2026-03-01, or 2026-03-01T12:00.`);
  return ms;
}
