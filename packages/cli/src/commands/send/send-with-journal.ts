import path from 'node:path';

import type { Translator } from '@loop-adapters/core';
import { openFileQueue, QueueError, type Queue } from '@loop-adapters/delivery/queue';

import { exitCodes, type ExitCode } from '../../terminal/exit-code.js';
import { withoutSourceHash } from '@loop-adapters/core';
import { findInputSources, totalBytes } from '../../input/input-source.js';
import { readEvents } from '../../input/read-events.js';
import type { Io } from '../../terminal/io.js';
import { colorsFor } from '../../terminal/colors.js';
import { Counts } from '../../terminal/counts.js';
import { formatJournalSummary, isIncomplete, journalSummaryJson, type JournalReport } from './journal-summary.js';
import { layoutWidth } from '../../terminal/layout.js';
import { LineOutput } from '../../terminal/line-output.js';
import { startProgress } from '../../terminal/progress.js';
import { Interruption } from '../../terminal/interruption.js';
import { JournalIds } from './journal-ids.js';
import { journalHours, JournalRun } from './journal-run.js';
import { requestEndpoint } from '@loop-adapters/core';
import { sendEvents } from './send-events.js';
import { createCliSender, type SendFlags } from './send-flags.js';
import { sendingNotice } from './sending-notice.js';
import { sayRecovery } from '../dead-letters/open-queue.js';
import { UsageError } from '../../terminal/usage-error.js';
import { finishOutput, noEvents } from '../../terminal/finish.js';

/**
 * Sends events through a journal: a file that notes what was taken and what Loop has. Killed and started again with the
 * same input, the command goes on where it was; what Loop has answered 2xx is not sent again. Without an input it sends
 * what is in the journal.
 *
 * @param name the journal's file, taken from the current directory
 * @throws UsageError if the input or the journal can't be opened. Nothing was sent then
 */
export async function sendWithJournal(
  name: string,
  paths: readonly string[],
  flags: SendFlags,
  translator: Translator,
  io: Io,
): Promise<ExitCode> {
  const sources = paths.length === 0 ? [] : await findInputSources(paths, io);
  // Wrong flags are told before the journal is made.
  await createCliSender(flags.sender).close();
  const journal = await openJournal(name, io.directory);
  await sayRecovery({ name: `The journal ${name}`, queue: journal }, io);
  const messages = new LineOutput(io.stderr);
  await messages.write(sendingNotice(requestEndpoint(translator.settings)));

  const counts = new Counts();
  const interruption = new Interruption();
  let bytes = 0;
  const progress = startProgress(
    io.stderr,
    () => ({
      events: counts.events,
      skipped: counts.skipped,
      invalid: counts.invalid,
      delivered: run.results.delivered,
      undelivered: run.results.dead,
      bytes,
    }),
    totalBytes(sources),
  );
  const log = (message: string): void => {
    progress.log(message);
  };
  interruption.stop.addEventListener('abort', () => {
    // A pipe that nothing comes from would keep the run waiting.
    io.stdin.destroy();
    log('Stopping: finishing what is on its way. Press Ctrl-C again to end at once.');
  });
  const startedAt = performance.now();
  const run = new JournalRun(
    journal,
    (await stateOf(journal)).waiting,
    translator.settings,
    flags.sender,
    interruption,
    log,
  );
  const ids = new JournalIds(io.directory);
  const { reachedEnd } = await sendEvents(
    readEvents(sources, (count) => (bytes += count)),
    0,
    translator,
    {
      add: (shipment, event, place) =>
        run.add({ id: ids.of(shipment, event, place), params: withoutSourceHash(shipment.request.params) }),
    },
    counts,
    interruption.stop,
    log,
  );
  await run.finish();
  interruption.release();
  progress.stop();
  const seconds = (performance.now() - startedAt) / 1000;
  const state = await stateOf(journal);
  // After a second Ctrl-C something may be on its way still; the next run finds that nobody holds it.
  if (!interruption.halt.aborted) await journal.close();
  return await finish(
    { counts, results: run.results, seconds, journal: name, paths, reachedEnd, typed: flags.typed, ...state },
    flags.json,
    messages,
    io,
  );
}

async function openJournal(name: string, directory: string): Promise<Queue> {
  try {
    return await openFileQueue({ file: path.resolve(directory, name), duplicateHours: journalHours });
  } catch (error) {
    if (!(error instanceof QueueError)) throw error;
    throw new UsageError(`The journal ${name} can't be opened, so nothing was sent. ${error.message}`);
  }
}

async function stateOf(journal: Queue): Promise<{ readonly waiting: number; readonly deadLetters: number }> {
  const { waiting, dead } = await journal.counts();
  return { waiting, deadLetters: dead };
}

async function finish(report: JournalReport, json: boolean, messages: LineOutput, io: Io): Promise<ExitCode> {
  const out = new LineOutput(io.stdout);
  if (json) {
    await out.write(JSON.stringify(journalSummaryJson(report)));
  } else {
    const width = layoutWidth(io.stdout.columns);
    for (const line of formatJournalSummary(report, width, colorsFor(io.stdout, io.environment))) await out.write(line);
  }
  // Nobody has to read the summary for the events to be delivered, so a reader that has gone changes nothing.
  await finishOutput(out, messages);
  if (report.counts.events === 0 && report.paths.length > 0 && report.reachedEnd) return await noEvents(messages);
  return isIncomplete(report) ? exitCodes.undelivered : exitCodes.ok;
}
