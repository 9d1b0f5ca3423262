import { exitCodes, type ExitCode } from '../../terminal/exit-code.js';
import { findInputSources } from '../../input/input-source.js';
import { readEvents } from '../../input/read-events.js';
import type { Io } from '../../terminal/io.js';
import { colorsFor } from '../../terminal/colors.js';
import { Counts } from '../../terminal/counts.js';
import { layoutWidth } from '../../terminal/layout.js';
import { limitHeap } from '../../terminal/limit-heap.js';
import { LineOutput } from '../../terminal/line-output.js';
import { maskOutcome } from '../../terminal/mask.js';
import { describeRecord } from '../../input/describe-record.js';
import { formatCounts } from '../../terminal/format-counts.js';
import type { FlagValues } from '../../settings/load-settings.js';
import { readDryRunSettings } from '../../settings/command-settings.js';
import { finishOutput, noEvents } from '../../terminal/finish.js';

/**
 * Dry run: one JSON line per event on standard output, in the input's order;
 * what can't be read and a summary on standard error. Nothing is sent.
 *
 * @throws UsageError if settings or input can't be used
 */
export async function translate(paths: readonly string[], flags: FlagValues, io: Io): Promise<ExitCode> {
  limitHeap();
  const { translator, notice } = await readDryRunSettings(flags, io);
  const sources = await findInputSources(paths, io);
  const out = new LineOutput(io.stdout);
  const messages = new LineOutput(io.stderr);
  if (notice !== null) await messages.write(notice);

  const counts = new Counts();
  for await (const records of readEvents(sources)) {
    for (const record of records) {
      if (record.kind !== 'event') {
        counts.addFault(record.kind);
        await messages.write(describeRecord(record));
        continue;
      }
      const outcome = translator.translate(record.event, record.known);
      counts.add(outcome);
      await out.write(JSON.stringify({ ...record.position, ...maskOutcome(outcome) }));
    }
    if (out.isClosed) break;
  }
  const ended = await finishOutput(out, messages);
  if (ended !== null) return ended;
  if (counts.events === 0) return noEvents(messages);
  const width = layoutWidth(io.stderr.columns);
  for (const line of formatCounts(counts, width, colorsFor(io.stderr, io.environment))) await messages.write(line);
  return counts.hasFaults ? exitCodes.undelivered : exitCodes.ok;
}
