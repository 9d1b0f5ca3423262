import type { Outcome } from '@loop-adapters/core';

import { exitCodes, type ExitCode } from '../../terminal/exit-code.js';
import { findInputSources } from '../../input/input-source.js';
import { readEvents } from '../../input/read-events.js';
import type { Io } from '../../terminal/io.js';
import { colorsFor } from '../../terminal/colors.js';
import { Counts } from '../../terminal/counts.js';
import { describeRecord } from '../../input/describe-record.js';
import { formatExplanation } from './explanation.js';
import { formatCounts } from '../../terminal/format-counts.js';
import { layoutWidth } from '../../terminal/layout.js';
import { LineOutput } from '../../terminal/line-output.js';
import { maskOutcome } from '../../terminal/mask.js';
import type { FlagValues } from '../../settings/load-settings.js';
import { readCountFlag } from '../../settings/number-flag.js';
import { UsageError } from '../../terminal/usage-error.js';
import { readDryRunSettings } from '../../settings/command-settings.js';
import { finishOutput, noEvents } from '../../terminal/finish.js';

const statuses: ReadonlySet<unknown> = new Set<Outcome['status']>(['ready', 'skipped', 'invalid']);

/**
 * Explains each event: what Loop would get, where every value came from, and
 * why an event would not be sent. Nothing is sent.
 *
 * @throws UsageError if settings, flags or input can't be used
 */
export async function explain(paths: readonly string[], flags: FlagValues, io: Io): Promise<ExitCode> {
  const { translator, notice } = await readDryRunSettings(flags, io);
  const only = readOnly(flags['only']);
  const limit = readCountFlag('--limit', flags['limit'], 1) ?? Number.POSITIVE_INFINITY;
  const sources = await findInputSources(paths, io);
  const out = new LineOutput(io.stdout);
  const messages = new LineOutput(io.stderr);
  const page = { width: layoutWidth(io.stdout.columns), colors: colorsFor(io.stdout, io.environment) };
  if (notice !== null) await messages.write(notice);

  const counts = new Counts();
  let shown = 0;
  reading: for await (const records of readEvents(sources)) {
    for (const record of records) {
      if (record.kind !== 'event') {
        counts.addFault(record.kind);
        await messages.write(describeRecord(record));
        continue;
      }
      const explanation = translator.explain(record.event, record.known);
      const { outcome } = explanation;
      counts.add(outcome);
      if (only !== null && outcome.status !== only) continue;
      if (flags['json'] === true) {
        await out.write(JSON.stringify({ ...record.position, ...explanation, outcome: maskOutcome(outcome) }));
      } else {
        const lines = formatExplanation(explanation, typeOf(record.event), record.position, page);
        await out.write([...(shown > 0 ? ['', page.colors.dim('─'.repeat(page.width)), ''] : []), ...lines].join('\n'));
      }
      shown += 1;
      if (shown >= limit || out.isClosed) break reading;
    }
  }
  const ended = await finishOutput(out, messages);
  if (ended !== null) return ended;
  if (counts.events === 0) return await noEvents(messages);
  if (counts.events > 1) {
    const colors = colorsFor(io.stderr, io.environment);
    await messages.write(['', ...formatCounts(counts, layoutWidth(io.stderr.columns), colors)].join('\n'));
  }
  return counts.hasFaults ? exitCodes.undelivered : exitCodes.ok;
}

/** The event's type, if it is a word: anything else may hold what must not be shown. */
function typeOf(event: unknown): string {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : '';
  return typeof type === 'string' && /^[a-z]{1,20}$/i.test(type) ? type : '';
}

function readOnly(value: unknown): Outcome['status'] | null {
  if (value === undefined) return null;
  if (statuses.has(value)) return value as Outcome['status'];
  throw new UsageError('--only must be ready, skipped or invalid.');
}
