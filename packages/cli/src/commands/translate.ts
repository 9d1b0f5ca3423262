import { exitCodes, type ExitCode } from '../exit-code.js';
import { findInputSources } from '../input/input-source.js';
import { readEvents } from '../input/read-events.js';
import type { Io } from '../io.js';
import { colorsFor } from '../output/colors.js';
import { Counts } from '../output/counts.js';
import { layoutWidth } from '../output/layout.js';
import { LineOutput } from '../output/line-output.js';
import { maskOutcome } from '../output/mask.js';
import { describeRecord } from '../output/describe-record.js';
import { formatCounts } from '../output/format-counts.js';
import type { FlagValues } from '../settings/load-settings.js';
import { readDryRunSettings } from './command-settings.js';
import { finishOutput, noEvents } from './finish.js';

/**
 * Dry run: one JSON line per event on standard output, in the input's order;
 * what can't be read and a summary on standard error. Nothing is sent.
 *
 * @throws UsageError if settings or input can't be used
 */
export async function translate(paths: readonly string[], flags: FlagValues, io: Io): Promise<ExitCode> {
  const { translator, notice } = await readDryRunSettings(flags, io);
  const sources = await findInputSources(paths, io.stdin);
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
      const outcome = translator.translate(record.event);
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
