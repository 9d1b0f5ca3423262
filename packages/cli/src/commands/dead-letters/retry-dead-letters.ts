import { rename, rm } from 'node:fs/promises';
import path from 'node:path';

import type { Settings } from '@loop-adapters/core';

import { DeadLetterFile } from './dead-letter-file.js';
import { countDeadLetters, readDeadLetters } from './read-dead-letters.js';
import type { ExitCode } from '../../terminal/exit-code.js';
import { findInputSources, totalBytes } from '../../input/input-source.js';
import type { Io } from '../../terminal/io.js';
import { Counts } from '../../terminal/counts.js';
import { LineOutput } from '../../terminal/line-output.js';
import { requestEndpoint } from '@loop-adapters/core';
import { sendDeadLetters } from '../send/send-dead-letters.js';
import { createCliSender, type SendFlags } from '../send/send-flags.js';
import { SendSession } from '../send/send-session.js';
import { sendingNotice } from '../send/sending-notice.js';
import { UsageError } from '../../terminal/usage-error.js';
import { finishSending } from '../send/finish-sending.js';

/**
 * Sends a dead-letter file again. Afterwards the file holds what is still not
 * delivered, and is gone if that is nothing. It is replaced in one step at the
 * end, so whatever happens before, nothing in it is lost.
 *
 * @throws UsageError if the file is no dead-letter file. Nothing was sent then
 */
export async function retryDeadLetters(name: string, flags: SendFlags, settings: Settings, io: Io): Promise<ExitCode> {
  if (name === '-') throw new UsageError('--retry needs a file, because what is left stays in it.');
  const sources = await findInputSources([name], io);
  const [source] = sources;
  // A pipe can be read only once, and nothing can be left in it.
  if (sources.length !== 1 || source?.name !== name || source.sizeBytes === null) {
    throw new UsageError('--retry takes one dead-letter file.');
  }
  await countDeadLetters(source);

  const restName = `${name}.rest-${String(process.pid)}`;
  const letters = DeadLetterFile.at(restName, io.directory);
  const sender = createCliSender(flags.sender);
  const messages = new LineOutput(io.stderr);
  await messages.write(sendingNotice(requestEndpoint(settings)));

  const counts = new Counts();
  const session = new SendSession(sender, flags.concurrency, letters, counts, totalBytes(sources), io);
  await sendDeadLetters(readDeadLetters(source, session.addBytes), settings, session.run, session.stop, () => {
    counts.events += 1;
  });
  const seconds = await session.finish();

  const { results } = session.run;
  const file = path.resolve(io.directory, name);
  const rest = path.resolve(io.directory, restName);
  if (results.lost.length > 0) await rm(rest, { force: true });
  else if (letters.count > 0) await rename(rest, file);
  else await rm(file);

  const report = {
    counts,
    results,
    seconds,
    deadLetters: results.lost.length > 0 || letters.count > 0 ? name : null,
    paths: [],
    goOn: null,
    retried: name,
    typed: flags.typed,
  };
  return await finishSending(report, flags.json, messages, io);
}
