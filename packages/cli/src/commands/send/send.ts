import type { Translator } from '@loop-adapters/core';

import { DeadLetterFile, defaultDeadLetterPath } from '../dead-letters/dead-letter-file.js';
import type { ExitCode } from '../../terminal/exit-code.js';
import { findInputSources, totalBytes } from '../../input/input-source.js';
import { readEvents } from '../../input/read-events.js';
import type { Io } from '../../terminal/io.js';
import { Counts } from '../../terminal/counts.js';
import { limitHeap } from '../../terminal/limit-heap.js';
import { LineOutput } from '../../terminal/line-output.js';
import { requestEndpoint } from '@loop-adapters/core';
import { checkListener } from './check-listener.js';
import { sendEvents } from './send-events.js';
import { createCliSender, readSendFlags, type SendFlags } from './send-flags.js';
import { SendSession } from './send-session.js';
import { sendingNotice } from './sending-notice.js';
import type { FlagValues } from '../../settings/load-settings.js';
import { readSendingSettings } from '../../settings/command-settings.js';
import { finishSending } from './finish-sending.js';
import { retryDeadLetters } from '../dead-letters/retry-dead-letters.js';
import { sendWithJournal } from './send-with-journal.js';

/**
 * Translates events and sends them to Loop. What does not get through goes to a
 * dead-letter file; `--retry` sends such a file again. With `--journal` everything
 * is kept in one file, so that a run that was killed can be started again.
 *
 * @throws UsageError if settings, flags or input can't be used. Nothing was sent then
 */
export async function send(paths: readonly string[], flags: FlagValues, io: Io): Promise<ExitCode> {
  limitHeap();
  const { translator } = await readSendingSettings(flags, io);
  const sendFlags = readSendFlags(flags, paths);
  await checkListener(requestEndpoint(translator.settings));
  if (sendFlags.journal !== null) return await sendWithJournal(sendFlags.journal, paths, sendFlags, translator, io);
  return sendFlags.retry === null
    ? await sendPaths(paths, sendFlags, translator, io)
    : await retryDeadLetters(sendFlags.retry, sendFlags, translator.settings, io);
}

async function sendPaths(
  paths: readonly string[],
  flags: SendFlags,
  translator: Translator,
  io: Io,
): Promise<ExitCode> {
  const sources = await findInputSources(paths, io);
  const letters = DeadLetterFile.at(flags.deadLetters ?? defaultDeadLetterPath(new Date()), io.directory);
  const sender = createCliSender(flags.sender);
  const messages = new LineOutput(io.stderr);
  await messages.write(sendingNotice(requestEndpoint(translator.settings)));

  const counts = new Counts();
  const session = new SendSession(sender, flags.concurrency, letters, counts, totalBytes(sources), io);
  const reading = readEvents(sources, session.addBytes);
  const { done, reachedEnd } = await sendEvents(
    reading,
    flags.skip,
    translator,
    session.run,
    counts,
    session.stop,
    session.log,
  );
  const seconds = await session.finish();

  return await finishSending(
    {
      counts,
      results: session.run.results,
      seconds,
      deadLetters: session.run.results.kept > 0 ? letters.name : null,
      paths,
      goOn: reachedEnd ? null : done,
      retried: null,
      typed: flags.typed,
    },
    flags.json,
    messages,
    io,
  );
}
